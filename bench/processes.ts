import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** A running server of the benchmark. */
export type Server = { address: string; pid: number; stop(): Promise<void> };

type Launch = {
  args: string[];
  port: number;
  env: Record<string, string>;
  cwd?: string;
  path?: string;
  timeoutMs?: number;
};

/** Starts a Node program and waits until it responds. Throws with its output if it exits or does not respond in time. */
export async function startServer({
  args,
  port,
  env,
  cwd,
  path = "/",
  timeoutMs = 300_000,
}: Launch): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    output += text;
  });
  const address = `http://127.0.0.1:${port}`;
  const until = Date.now() + timeoutMs;
  while (Date.now() < until && child.exitCode === null) {
    const isUp = await fetch(address + path).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { address, pid: child.pid ?? 0, stop: () => stopChild(child) };
    await delay(300);
  }
  await stopChild(child);
  throw new Error(`${args.join(" ")} does not respond at ${address}${path}:\n${output.slice(-3000)}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([gone, delay(15_000)]);
}

/** The process and all its descendants. */
function processTree(pid: number): number[] {
  const parents = readdirSync("/proc").flatMap((name) => {
    try {
      return /^\d+$/.test(name)
        ? [
            [
              Number(name),
              Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1]),
            ] as const,
          ]
        : [];
    } catch {
      return [];
    }
  });
  const below = (of: number): number[] => [
    of,
    ...parents.filter(([, parent]) => parent === of).flatMap(([id]) => below(id)),
  ];
  return below(pid);
}

/** The memory of the largest process of a tree in MB, now and at its peak since the last reset. */
export function processMemory(pid: number): { now: number; peak: number } {
  const read = (id: number, name: string) => {
    try {
      return (
        Number(
          new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0,
        ) / 1024
      );
    } catch {
      return 0;
    }
  };
  const members = processTree(pid).filter((id) => !command(id).includes("postgres"));
  return {
    now: Math.max(0, ...members.map((id) => read(id, "VmRSS"))),
    peak: Math.max(0, ...members.map((id) => read(id, "VmHWM"))),
  };
}

function command(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Resets the peak memory of a process tree to the current value. */
export function resetPeakMemory(pid: number): void {
  for (const id of processTree(pid)) {
    try {
      writeFileSync(`/proc/${id}/clear_refs`, "5");
    } catch {
      // The process has stopChild.
    }
  }
}
