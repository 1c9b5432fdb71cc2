import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** What the data folder holds, by name. */
const dataFiles = {
  /** Taken by the one app process that serves from this folder. */
  running: "running.json",
  authSecret: "auth-secret",
  /** The seed of the key that signs the log of publications. */
  logKey: "log-key",
  firstPasswords: "first-passwords.txt",
  /** Where the embedded PostgreSQL keeps its files and listens, with its passwords. */
  database: "database.json",
  /** Taken while somebody starts or stops the embedded PostgreSQL. */
  databaseLock: "database.lock",
  /** One file for each process that uses the embedded PostgreSQL. */
  databaseUsers: "database-users",
  databaseLog: "postgres.log",
  /** The embedded PostgreSQL's own files, unless they have to live elsewhere. */
  postgres: "postgres",
} as const;

/** The path of one of the data folder's things. */
export function dataPath(dataDir: string, thing: keyof typeof dataFiles): string {
  return path.join(dataDir, dataFiles[thing]);
}

/**
 * Writes a file that only its owner may read, whole or not at all: a crash leaves the old content or the new one, and
 * what was written is on the disk when this returns.
 */
export function writePrivate(file: string, content: string): void {
  const draft = `${file}.${process.pid}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

/** Reads a file written by `writePrivate`, or answers null. One that others could read is closed to them again. */
export function findPrivate(file: string): string | null {
  try {
    const content = readFileSync(file, "utf8");
    if (process.platform !== "win32" && statSync(file).mode & 0o077) chmodSync(file, 0o600);
    return content;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** The data folder's secret for signing sessions, made at the first call: 32 random bytes in base64url. */
export function ensureAuthSecret(dataDir: string): { secret: string; made: boolean } {
  return ensureSecret(dataPath(dataDir, "authSecret"));
}

/** The data folder's seed of the key that signs the log, made at the first call: 32 random bytes in base64url. */
export function ensureLogKey(dataDir: string): string {
  return ensureSecret(dataPath(dataDir, "logKey")).secret;
}

function ensureSecret(file: string): { secret: string; made: boolean } {
  const found = findPrivate(file)?.trim();
  if (found) return { secret: found, made: false };
  const secret = randomSecret(32);
  writePrivate(file, `${secret}\n`);
  return { secret, made: true };
}

/** A random text of `bytes` bytes, safe in urls and shells. */
export function randomSecret(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
