import { execFile, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { type Cluster, SUPERUSER, serverEnvironment } from "./cluster";

const run = promisify(execFile);

const MAX_LOG_BYTES = 10 * 1024 * 1024;
/** A server that was killed first replays its write-ahead log, which can take minutes. */
const START_MS = 10 * 60_000;
/** How long the remains of a killed server (a zombie, its workers, shared memory, its port) may take to disappear. */
const CLEANUP_MS = 30_000;

/**
 * Starts the server, detached: it outlives this process, and Ctrl-C in the terminal does not reach it before the app.
 * Returns its port, `preferred` if that is free. Throws an Error with the end of the server's log if it does not start.
 */
export async function startServer(
  cluster: Cluster,
  preferred: number,
  settings: Record<string, string>,
): Promise<number> {
  const until = Date.now() + CLEANUP_MS;
  for (;;) {
    const port = await findFreePort(preferred);
    const failure = await launch(cluster, port, settings);
    if (failure === null) return port;
    const transient =
      /lock file "postmaster\.pid" already exists|still in use|could not bind|Address already in use/;
    if (!transient.test(failure) || Date.now() > until) {
      throw new Error(`The embedded PostgreSQL did not start:\n${failure}\nIts log: ${cluster.log}`);
    }
    await delay(500);
  }
}

/** Starts the server once. Returns null when it accepts queries, else the reason why it does not run. */
async function launch(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<string | null> {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_checkpoints: "off",
    // Queries read few blocks, mostly from the system's cache: handing each to an I/O worker takes longer.
    io_method: "sync",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openLog(cluster.log);
  const began = statSync(cluster.log).size;
  const server = spawn(cluster.binaries.postgres, ["-D", cluster.data, "-p", String(port), ...flags], {
    ...cluster.user,
    ...serverEnvironment(cluster.home),
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
    if (await acceptsQueries(cluster, port)) return null;
    await delay(50);
  }
  return failure || readFileSync(cluster.log, "utf8").slice(began).trim().split("\n").slice(-15).join("\n");
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** Finds a free port on the loopback address: the preferred one, or any. */
async function findFreePort(preferred: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = net.createServer();
      probe.on("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
      });
    });
  const port = (preferred ? await tryPort(preferred) : null) ?? (await tryPort(0));
  if (port === null) throw new Error("No free port on 127.0.0.1 for the embedded PostgreSQL.");
  return port;
}

/** Whether the server on the port belongs to this cluster and accepts queries. */
async function acceptsQueries(cluster: Cluster, port: number): Promise<boolean> {
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

/** An unconnected client for the cluster's superuser. */
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
 * Returns the port of this cluster's server if one runs already (left by a killed process, or shared with another one).
 * Else returns null, after removing what would keep a new server from starting. Stops a server that does not accept
 * queries.
 */
export async function reuseServer(cluster: Cluster): Promise<number | null> {
  let until = Date.now() + CLEANUP_MS;
  for (;;) {
    const postmaster = readPostmaster(cluster.data);
    const pids = processesIn(cluster);
    if (postmaster?.starting) until = Date.now() + CLEANUP_MS;
    if (postmaster === null && (pids === null || pids.length === 0)) return null;
    if (
      postmaster &&
      (pids === null || pids.includes(postmaster.pid)) &&
      (await acceptsQueries(cluster, postmaster.port))
    )
      return postmaster.port;
    if (pids === null) return null;
    if (pids.length === 0) {
      // No process works in the folder: the file is from a dead server, a zombie or an earlier boot.
      rmSync(path.join(cluster.data, "postmaster.pid"), { force: true });
      return null;
    }
    if (Date.now() > until) {
      if (!postmaster || !pids.includes(postmaster.pid)) {
        throw new Error(
          `Processes ${pids.join(", ")} of an older PostgreSQL still use ${cluster.data}. End them and start again.`,
        );
      }
      await stopServer(cluster);
    }
    await delay(100);
  }
}

/** Reads the server's postmaster.pid: line 1 is its pid, line 4 its port, line 8 its state. Null if there is none. */
function readPostmaster(data: string): { pid: number; port: number; starting: boolean } | null {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), starting: lines[7]?.trim() === "starting" };
  } catch {
    return null;
  }
}

/**
 * The pids of the processes that work inside the cluster's folder, as every PostgreSQL process does. Runs as their own user,
 * because root in a container may not inspect those of others. Null if the operating system does not support it.
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

/** Stops the server: ends its sessions, keeps all that was committed. Throws if it cannot be stopped. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const { data, user, binaries, home } = cluster;
  const stop = (mode: string) =>
    run(binaries.pgCtl, ["stop", "-D", data, "-m", mode, "-w", "-t", "60"], {
      ...user,
      ...serverEnvironment(home),
    });
  // The remaining processes of a killed server end by themselves.
  const hasEnded = () => {
    const postmaster = readPostmaster(data);
    return postmaster === null || processesIn(cluster)?.includes(postmaster.pid) === false;
  };
  try {
    if (readPostmaster(data) !== null) await stop("fast");
  } catch {
    if (hasEnded()) return;
    // It waits for a session that does not end: stop without waiting.
    await stop("immediate").catch((error) => {
      if (!hasEnded()) throw error;
    });
  }
}
