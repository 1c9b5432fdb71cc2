import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** A program of the bench's, that answers at an address. */
export type Server = { address: string; pid: number; stop(): Promise<void> };

type Launch = {
  args: string[];
  port: number;
  env: Record<string, string>;
  cwd?: string;
  path?: string;
  patienceMs?: number;
};

/** Starts a Node program and waits until it answers. Throws with what it printed where it ends or stays silent. */
export async function startServer({
  args,
  port,
  env,
  cwd,
  path = "/",
  patienceMs = 300_000,
}: Launch): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  child.stderr.on("data", (text) => {
    printed += text;
  });
  const address = `http://127.0.0.1:${port}`;
  const until = Date.now() + patienceMs;
  while (Date.now() < until && child.exitCode === null) {
    const answered = await fetch(address + path).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return { address, pid: child.pid ?? 0, stop: () => ended(child) };
    await delay(300);
  }
  await ended(child);
  throw new Error(`${args.join(" ")} does not answer at ${address}${path}:\n${printed.slice(-3000)}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([gone, delay(15_000)]);
}

/** The process and all below it. */
function family(pid: number): number[] {
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

/** Memory of the largest process of a family in MB, now and at its highest since it was last forgotten. */
export function memoryOf(pid: number): { now: number; peak: number } {
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
  const members = family(pid).filter((id) => !command(id).includes("postgres"));
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

/** Lets the highest memory begin anew at what is taken now. */
export function forgetPeak(pid: number): void {
  for (const id of family(pid)) {
    try {
      writeFileSync(`/proc/${id}/clear_refs`, "5");
    } catch {
      // a process that is gone has no peak
    }
  }
}
