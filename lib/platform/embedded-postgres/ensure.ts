import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { canAccessFolder, databaseUser, ensureSystemFolder, findBinaries, type RunAs } from "./binaries";
import { type Cluster, createCluster } from "./cluster";
import { dataPath, randomSecret, readPrivateFile, writePrivateFile } from "./data-folder";
import { ensureDataFolder } from "./ensure-data-folder.mjs";
import { isAlive, thisProcess, waitForLock } from "./process-lock.mjs";
import { reuseServer, startServer, stopServer, superuserClient } from "./server";

/** The role and the database of the app. */
const NAME = "veritable";
const OWNER_FILE = "belongs-to";
const LOCK_TIMEOUT_MS = 120_000;

/** The content of `database.json` in the data folder. `home` is relative to that folder, or absolute. */
interface DatabaseRecord {
  home: string;
  port: number;
  ready: boolean;
  superuserPassword: string;
  password: string;
}

/** A running embedded PostgreSQL, as one process uses it. */
export interface EmbeddedDatabase {
  url: string;
  /** Whether this call started the server; else it was running already. */
  started: boolean;
  /** Releases the server, and stops it if no other process uses it. */
  stop(): Promise<void>;
}

/**
 * Returns the PostgreSQL of a data folder, ready for queries. Creates it at the first call, starts it if it does not run,
 * recovers it if it was killed, and shares it with other processes. It listens on 127.0.0.1 only, on the same port as before
 * if that is free. `settings` are PostgreSQL's own, for a server started by this call.
 *
 * Throws an Error that says what to do if there are no binaries for this platform, the folder belongs to somebody else, or
 * the server does not start.
 */
export async function ensureEmbedded(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const folder = ensureDataFolder(dataDir);
  const lock = await waitForLock(dataPath(folder, "databaseLock"), LOCK_TIMEOUT_MS);
  try {
    const record = findRecord(folder) ?? newRecord(folder);
    const cluster = clusterOf(folder, record);
    if (!record.ready) rmSync(cluster.data, { recursive: true, force: true });
    if (!existsSync(cluster.data)) await createCluster(cluster);
    const running = await reuseServer(cluster);
    const port = running ?? (await startServer(cluster, record.port, settings));
    if (!record.ready) await createDatabase(superuserClient(cluster, port), record.password);
    if (!record.ready || port !== record.port) saveRecord(folder, { ...record, port, ready: true });
    const user = addUser(folder);
    return {
      url: `postgresql://${NAME}:${record.password}@127.0.0.1:${port}/${NAME}`,
      started: running === null,
      stop: () => releaseServer(folder, cluster, user),
    };
  } finally {
    lock.release();
  }
}

/** Stops the PostgreSQL of a data folder and deletes its files, if there is one. For tests and benchmarks. */
export async function deleteEmbedded(dataDir: string): Promise<void> {
  const record = findRecord(dataDir);
  if (!record) return;
  const folder = realpathSync(dataDir);
  if (existsSync(path.resolve(folder, record.home, "data"))) {
    const cluster = clusterOf(folder, record);
    await stopServer(cluster);
    rmSync(cluster.home, { recursive: true, force: true });
  }
  for (const thing of ["database", "databaseLog", "databaseUsers"] as const) {
    rmSync(dataPath(folder, thing), { recursive: true, force: true });
  }
}

function findRecord(folder: string): DatabaseRecord | null {
  const text = readPrivateFile(dataPath(folder, "database"));
  return text === null ? null : (JSON.parse(text) as DatabaseRecord);
}

function saveRecord(folder: string, record: DatabaseRecord): DatabaseRecord {
  writePrivateFile(dataPath(folder, "database"), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/** Chooses where to create a new database: in the data folder, or in the system folder if its user cannot access that. */
function newRecord(folder: string): DatabaseRecord {
  if (existsSync(path.join(dataPath(folder, "postgres"), "data"))) {
    throw new Error(
      `${dataPath(folder, "database")} is missing, which holds the passwords of the database in this folder. ` +
        `Restore it, or move ${dataPath(folder, "postgres")} away to start with a new database.`,
    );
  }
  const home = canAccessFolder(folder, databaseUser())
    ? path.basename(dataPath(folder, "postgres"))
    : path.join(ensureSystemFolder(), `database-${randomUUID().slice(0, 8)}`);
  const passwords = { superuserPassword: randomSecret(24), password: randomSecret(24) };
  return saveRecord(folder, { home, port: 0, ready: false, ...passwords });
}

function clusterOf(folder: string, record: DatabaseRecord): Cluster {
  const home = path.resolve(folder, record.home);
  const data = path.join(home, "data");
  if (record.ready && !existsSync(data)) {
    throw new Error(
      `The database's files in ${data} are missing. Restore them, ` +
        `or delete ${dataPath(folder, "database")} to start with a new database.`,
    );
  }
  if (path.isAbsolute(record.home)) checkOwner(folder, record.home);
  const user = ownerOf(data) ?? databaseUser();
  const log = dataPath(folder, "databaseLog");
  return { home, data, log, user, binaries: findBinaries(user), password: record.superuserPassword };
}

/** The owner of an existing database's files, as whom root has to run it; null if there is none. */
function ownerOf(data: string): RunAs | null {
  const stats = statSync(data, { throwIfNoEntry: false });
  return process.getuid?.() === 0 && stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : null;
}

/** Throws if a database outside the data folder belongs to another one, of which `folder` is a copy. */
function checkOwner(folder: string, home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = path.join(home, OWNER_FILE);
  const owner = existsSync(file) ? readFileSync(file, "utf8") : folder;
  if (owner !== folder && existsSync(dataPath(owner, "database"))) {
    throw new Error(
      `${folder} is a copy of ${owner}, and both name the database in ${home}. ` +
        `Delete ${dataPath(folder, "database")} to start with a new database there.`,
    );
  }
  writeFileSync(file, folder, { mode: 0o600 });
}

async function createDatabase(client: Client, password: string): Promise<void> {
  await client.connect();
  try {
    // Not a superuser, so that an injected statement cannot reach the machine's files and programs.
    await client.query(`DROP DATABASE IF EXISTS ${NAME}`);
    await client.query(`DROP ROLE IF EXISTS ${NAME}`);
    await client.query(`CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
    await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  } finally {
    await client.end();
  }
}

function addUser(folder: string): string {
  const users = dataPath(folder, "databaseUsers");
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const file = path.join(users, `${process.pid}-${randomUUID().slice(0, 8)}.json`);
  writeFileSync(file, JSON.stringify(thisProcess()), { mode: 0o600 });
  return file;
}

async function releaseServer(folder: string, cluster: Cluster, user: string): Promise<void> {
  const lock = await waitForLock(dataPath(folder, "databaseLock"), LOCK_TIMEOUT_MS);
  try {
    rmSync(user, { force: true });
    if (!hasUsers(folder)) await stopServer(cluster);
  } finally {
    lock.release();
  }
}

/** Whether a live process uses the database. Removes the entries of processes that ended without releasing it. */
function hasUsers(folder: string): boolean {
  const users = dataPath(folder, "databaseUsers");
  const files = readdirSync(users).map((name) => path.join(users, name));
  const alive = files.filter((file) => isAlive(JSON.parse(readFileSync(file, "utf8"))));
  for (const file of files) if (!alive.includes(file)) rmSync(file, { force: true });
  return alive.length > 0;
}
