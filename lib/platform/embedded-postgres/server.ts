import { execFile, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { type Cluster, SUPERUSER, surroundings } from "./cluster";

const run = promisify(execFile);

const MAX_LOG_BYTES = 10 * 1024 * 1024;
/** A server that was killed replays its log first, which can take minutes. */
const START_MS = 10 * 60_000;
/** How long what a killed server leaves behind (a zombie, its workers, shared memory, its port) may take to go. */
const LEAVE_MS = 30_000;

/**
 * Starts the server, detached: it outlives this process, and Ctrl-C in the terminal does not reach it before the app.
 * Answers the port, `wanted` if that is free. Throws an Error with the end of the server's log when it does not come up.
 */
export async function startServer(
  cluster: Cluster,
  wanted: number,
  settings: Record<string, string>,
): Promise<number> {
  const until = Date.now() + LEAVE_MS;
  for (;;) {
    const port = await freePort(wanted);
    const complaint = await launch(cluster, port, settings);
    if (complaint === null) return port;
    const passing =
      /lock file "postmaster\.pid" already exists|still in use|could not bind|Address already in use/;
    if (!passing.test(complaint) || Date.now() > until) {
      throw new Error(`The embedded PostgreSQL did not start:\n${complaint}\nIts log: ${cluster.log}`);
    }
    await delay(500);
  }
}

async function launch(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<string | null> {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_checkpoints: "off",
    // Queries read a few blocks, mostly from the system's memory: to hand each to another process takes longer.
    io_method: "sync",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openLog(cluster.log);
  const began = statSync(cluster.log).size;
  const server = spawn(cluster.binaries.postgres, ["-D", cluster.data, "-p", String(port), ...flags], {
    ...cluster.user,
    ...surroundings(cluster.home),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  let failure = "";
  server.on("error", (error) => {
    failure = error.message;
    ended = true;
  });
  server.on("exit", () => {
    ended = true;
  });
  server.unref();
  const until = Date.now() + START_MS;
  while (!ended && Date.now() < until) {
    if (await answers(cluster, port)) return null;
    await delay(50);
  }
  return failure || readFileSync(cluster.log, "utf8").slice(began).trim().split("\n").slice(-15).join("\n");
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** A free port of the loopback address: the wanted one, or any. */
async function freePort(wanted: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = net.createServer();
      probe.on("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
      });
    });
  const port = (wanted ? await tryPort(wanted) : null) ?? (await tryPort(0));
  if (port === null) throw new Error("No free port on 127.0.0.1 for the embedded PostgreSQL.");
  return port;
}

/** Whether the server of this very cluster (not just any on that port) takes queries. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = superuserClient(cluster, port);
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    return rows[0]?.folder === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A client, not yet connected, of the cluster's superuser. */
export function superuserClient({ password }: Cluster, port: number): Client {
  return new Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database: "postgres",
    connectionTimeoutMillis: 5000,
  });
}

/**
 * Answers the port of this cluster's server when one runs already (left by a start that was killed, or shared by
 * another process), else null, and then nothing of an older server stands in the way of a new one.
 * A server of ours that does not answer is stopped.
 */
export async function takeOverServer(cluster: Cluster): Promise<number | null> {
  let until = Date.now() + LEAVE_MS;
  for (;;) {
    const left = readPostmaster(cluster.data);
    const pids = processesIn(cluster);
    if (left?.starting) until = Date.now() + LEAVE_MS;
    if (left === null && (pids === null || pids.length === 0)) return null;
    if (left && (pids === null || pids.includes(left.pid)) && (await answers(cluster, left.port)))
      return left.port;
    if (pids === null) return null;
    if (pids.length === 0) {
      // Nobody works in the folder: the file speaks of a dead server, a zombie or the machine's last boot.
      rmSync(path.join(cluster.data, "postmaster.pid"), { force: true });
      return null;
    }
    if (Date.now() > until) {
      if (!left || !pids.includes(left.pid)) {
        throw new Error(
          `Processes ${pids.join(", ")} of an older PostgreSQL still use ${cluster.data}: end them.`,
        );
      }
      await stopServer(cluster);
    }
    await delay(100);
  }
}

/** What the server wrote into its postmaster.pid: line 1 its pid, line 4 its port, line 8 its state. */
function readPostmaster(data: string): { pid: number; port: number; starting: boolean } | null {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), starting: lines[7]?.trim() === "starting" };
  } catch {
    return null;
  }
}

/**
 * The processes that work inside the cluster's folder (every PostgreSQL process does), as their own user sees them:
 * root in a container may not look at another user's. Null where the system cannot tell.
 */
function processesIn({ data, user }: Cluster): number[] | null {
  if (process.platform !== "linux") return null;
  const script = 'for p in /proc/[0-9]*; do [ "$p/cwd" -ef "$0" ] && echo "$p"; done; :';
  const { stdout } = spawnSync("/bin/sh", ["-c", script, data], { ...user, cwd: "/", encoding: "utf8" });
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((entry) => Number(entry.slice("/proc/".length)));
}

/** Stops the server: sessions are ended, what was committed is on the disk. Throws when it cannot be stopped. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const { data, user, binaries, home } = cluster;
  const stop = (mode: string) =>
    run(binaries.pgCtl, ["stop", "-D", data, "-m", mode, "-w", "-t", "60"], {
      ...user,
      ...surroundings(home),
    });
  // What a server that was killed leaves behind ends by itself.
  const gone = () => {
    const left = readPostmaster(data);
    return left === null || processesIn(cluster)?.includes(left.pid) === false;
  };
  try {
    if (readPostmaster(data) !== null) await stop("fast");
  } catch {
    if (gone()) return;
    // It waits for a session that does not end: then end it without waiting.
    await stop("immediate").catch((error) => {
      if (!gone()) throw error;
    });
  }
}
