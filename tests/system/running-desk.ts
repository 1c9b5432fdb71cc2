import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { dataPath } from "@/lib/platform/embedded-postgres/data-folder";

/** A desk started by `npm start` in its own data folder. */
export type RunningDesk = { address: string; stop: () => Promise<void>; kill: () => void };

const PATIENCE_MS = 120_000;

/** Starts a desk without demo data, on its own database unless one is given, and waits until it responds. */
export async function startDesk(
  dataDir: string,
  port: number,
  given: { DATABASE_URL: string; AUTH_SECRET?: string } = { DATABASE_URL: "" },
): Promise<RunningDesk> {
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      BASE_URL: address,
      DATA_DIR: dataDir,
      ...given,
      DEMO: "false",
    },
  });
  let output = "";
  const note = (chunk: Buffer) => {
    output = (output + chunk).slice(-4000);
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  const until = Date.now() + PATIENCE_MS;
  while (!output.includes("Veritable runs at")) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The desk did not start:\n${output}`);
    await delay(20);
  }
  return { address, stop: () => stop(child), kill: () => killDesk(child.pid, dataDir) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** Kills (SIGKILL) the desk, its PostgreSQL and all their child processes. */
export function killDesk(root: number | undefined, dataDir: string): void {
  const children = childrenByParent();
  const withChildren = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(withChildren)];
  // The app first, so that it does not respond without its database.
  const [app, database] = [root, postmasterOf(dataDir)].map((pid) => (pid ? withChildren(pid) : []));
  const victims = [...(app ?? []).filter((pid) => !database?.includes(pid)), ...(database ?? [])];
  for (const pid of victims) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended with its parent.
    }
  }
}

function postmasterOf(dataDir: string): number {
  const { home } = JSON.parse(readFileSync(dataPath(dataDir, "database"), "utf8"));
  const file = path.resolve(dataDir, home, "data", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const line of execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n")) {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  return children;
}
