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
import { canEnter, databaseUser, ensureSystemFolder, findBinaries, type RunAs } from "./binaries";
import { type Cluster, createCluster } from "./cluster";
import { dataPath, findPrivate, randomSecret, writePrivate } from "./data-folder";
import { ensureDataFolder } from "./ensure-data-folder.mjs";
import { isAlive, thisProcess, waitForLock } from "./process-lock.mjs";
import { startServer, stopServer, superuserClient, takeOverServer } from "./server";

/** The role and the database of the app. */
const NAME = "veritable";
const OWNER_FILE = "belongs-to";
const LOCK_PATIENCE_MS = 120_000;

/** What `database.json` in the data folder keeps. `home` is relative to it, or absolute when it lies elsewhere. */
interface DatabaseRecord {
  home: string;
  port: number;
  ready: boolean;
  superuserPassword: string;
  password: string;
}

export interface EmbeddedDatabase {
  url: string;
  /** Whether this call started the server; else it found it running. */
  started: boolean;
  /** Lets go of the server, and stops it when no other process uses it. */
  stop(): Promise<void>;
}

/**
 * Answers the PostgreSQL of a data folder, ready for queries: made at the first call, started when it does not run,
 * shared with every other process that asks for it, recovered when it was killed. It listens on 127.0.0.1 only, on a
 * port that stays the same while it is free. `settings` are PostgreSQL's own and count for a server started here.
 *
 * Throws an Error that says what to do when there are no binaries for this machine, the folder is not ours, or the
 * server does not come up.
 */
export async function ensureEmbedded(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const folder = ensureDataFolder(dataDir);
  const lock = await waitForLock(dataPath(folder, "databaseLock"), LOCK_PATIENCE_MS);
  try {
    const record = findRecord(folder) ?? newRecord(folder);
    const cluster = clusterOf(folder, record);
    if (!record.ready) rmSync(cluster.data, { recursive: true, force: true });
    if (!existsSync(cluster.data)) await createCluster(cluster);
    const running = await takeOverServer(cluster);
    const port = running ?? (await startServer(cluster, record.port, settings));
    if (!record.ready) await createDatabase(superuserClient(cluster, port), record.password);
    if (!record.ready || port !== record.port) saveRecord(folder, { ...record, port, ready: true });
    const user = addUser(folder);
    return {
      url: `postgresql://${NAME}:${record.password}@127.0.0.1:${port}/${NAME}`,
      started: running === null,
      stop: () => letGo(folder, cluster, user),
    };
  } finally {
    lock.release();
  }
}

/** Stops the PostgreSQL of a data folder and deletes all that belongs to it, if there is any. For tests and trials. */
export async function removeEmbedded(dataDir: string): Promise<void> {
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
  const text = findPrivate(dataPath(folder, "database"));
  return text === null ? null : (JSON.parse(text) as DatabaseRecord);
}

function saveRecord(folder: string, record: DatabaseRecord): DatabaseRecord {
  writePrivate(dataPath(folder, "database"), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/** Decides where a new database lives: in the data folder, or, where its user cannot get there, in the system's. */
function newRecord(folder: string): DatabaseRecord {
  if (existsSync(path.join(dataPath(folder, "postgres"), "data"))) {
    throw new Error(
      `${dataPath(folder, "database")} is missing, which holds the passwords of the database in this folder. ` +
        `Restore it, or move ${dataPath(folder, "postgres")} away to begin with a new database.`,
    );
  }
  const home = canEnter(folder, databaseUser())
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
      `The database's files in ${data} are gone. Restore them, ` +
        `or delete ${dataPath(folder, "database")} to begin with a new database.`,
    );
  }
  if (path.isAbsolute(record.home)) checkOwner(folder, record.home);
  const user = ownerOf(data) ?? databaseUser();
  const log = dataPath(folder, "databaseLog");
  return { home, data, log, user, binaries: findBinaries(user), password: record.superuserPassword };
}

/** Root runs an existing database as the user who made it. */
function ownerOf(data: string): RunAs | null {
  const found = statSync(data, { throwIfNoEntry: false });
  return process.getuid?.() === 0 && found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

/** A database outside the data folder belongs to one data folder: not to a copy of it too. */
function checkOwner(folder: string, home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = path.join(home, OWNER_FILE);
  const owner = existsSync(file) ? readFileSync(file, "utf8") : folder;
  if (owner !== folder && existsSync(dataPath(owner, "database"))) {
    throw new Error(
      `${folder} is a copy of ${owner}, and both name the database in ${home}. ` +
        `Delete ${dataPath(folder, "database")} to begin with a new database there.`,
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

async function letGo(folder: string, cluster: Cluster, user: string): Promise<void> {
  const lock = await waitForLock(dataPath(folder, "databaseLock"), LOCK_PATIENCE_MS);
  try {
    rmSync(user, { force: true });
    if (!hasUsers(folder)) await stopServer(cluster);
  } finally {
    lock.release();
  }
}

/** Forgets the users that ended without letting go, and says whether any is left. */
function hasUsers(folder: string): boolean {
  const users = dataPath(folder, "databaseUsers");
  const files = readdirSync(users).map((name) => path.join(users, name));
  const living = files.filter((file) => isAlive(JSON.parse(readFileSync(file, "utf8"))));
  for (const file of files) if (!living.includes(file)) rmSync(file, { force: true });
  return living.length > 0;
}
