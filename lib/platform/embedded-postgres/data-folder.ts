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

/** The files and folders of the data folder. */
const dataFiles = {
  /** The lock of the one app process that serves from this folder. */
  running: "running.json",
  authSecret: "auth-secret",
  /** The seed of the key that signs the transparency log. */
  logKey: "log-key",
  firstPasswords: "first-passwords.txt",
  /** The location, port and passwords of the embedded PostgreSQL. */
  database: "database.json",
  /** The lock of a process that starts or stops the embedded PostgreSQL. */
  databaseLock: "database.lock",
  /** One file for each process that uses the embedded PostgreSQL. */
  databaseUsers: "database-users",
  databaseLog: "postgres.log",
  /** The files of the embedded PostgreSQL, unless they have to be elsewhere. */
  postgres: "postgres",
} as const;

/** The path of a file or folder in the data folder. */
export function dataPath(dataDir: string, name: keyof typeof dataFiles): string {
  return path.join(dataDir, dataFiles[name]);
}

/**
 * Writes a file that only its owner may read, atomically and durably: a crash leaves the old or the new content, and the
 * file is on the disk when this returns.
 */
export function writePrivateFile(file: string, content: string): void {
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

/** Reads a file written by `writePrivateFile`; null if there is none. Restores its mode if others could read it. */
export function readPrivateFile(file: string): string | null {
  try {
    const content = readFileSync(file, "utf8");
    if (process.platform !== "win32" && statSync(file).mode & 0o077) chmodSync(file, 0o600);
    return content;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Returns the data folder's secret for signing sessions, created at the first call: 32 random bytes in base64url. */
export function ensureAuthSecret(dataDir: string): { secret: string; isNew: boolean } {
  return ensureSecret(dataPath(dataDir, "authSecret"));
}

/** Returns the data folder's seed of the transparency log's key, created at the first call: 32 random bytes in base64url. */
export function ensureLogKey(dataDir: string): string {
  return ensureSecret(dataPath(dataDir, "logKey")).secret;
}

function ensureSecret(file: string): { secret: string; isNew: boolean } {
  const stored = readPrivateFile(file)?.trim();
  if (stored) return { secret: stored, isNew: false };
  const secret = randomSecret(32);
  writePrivateFile(file, `${secret}\n`);
  return { secret, isNew: true };
}

/** Returns `bytes` random bytes in base64url, safe in URLs and shells. */
export function randomSecret(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
