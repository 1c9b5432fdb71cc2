import { execFile } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Binaries, RunAs } from "./binaries";

const run = promisify(execFile);

/** The superuser of the cluster; the app itself connects as an ordinary role. */
export const SUPERUSER = "postgres";

// PostgreSQL sorts and folds by its builtin C.UTF-8, the same on every machine. Some of its modules (pg_trgm) classify
// letters by the system's locale, and the plain C locale has no Arabic letters.
const LETTER_LOCALES = ["C.UTF-8", "en_US.UTF-8", "UTF-8"];

/** The files of one embedded PostgreSQL: `home` belongs to the user it runs as, and holds its `data`. */
export interface Cluster {
  home: string;
  data: string;
  log: string;
  user: RunAs;
  binaries: Binaries;
  password: string;
}

/** Runs initdb: UTF-8, checksums, passwords by SCRAM only. The data folder appears when it is complete. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { home, data, user, password } = cluster;
  const draft = `${data}.new`;
  const passwordFile = path.join(home, "init-password");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const item of [home, passwordFile]) chownSync(item, user.uid, user.gid);
  }
  try {
    await initdb(cluster, [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, `--username=${SUPERUSER}`]);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function initdb({ binaries, user, home }: Cluster, locationFlags: string[]): Promise<void> {
  const fixedFlags = [
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--data-checksums",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  for (const locale of LETTER_LOCALES) {
    try {
      await run(binaries.initdb, [...locationFlags, ...fixedFlags, `--lc-ctype=${locale}`], {
        ...user,
        ...serverEnvironment(home),
      });
      return;
    } catch (cause) {
      const output = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : String(cause);
      if (output.includes("invalid locale name") && locale !== LETTER_LOCALES.at(-1)) continue;
      throw new Error(`The embedded PostgreSQL could not be set up: ${output.trim()}`, { cause });
    }
  }
}

/** The working directory and environment of a server program, without the settings and secrets of this process. */
export function serverEnvironment(cwd: string) {
  const { NODE_ENV, PATH } = process.env;
  return { cwd, env: { NODE_ENV, PATH, LC_ALL: "C", TZ: "UTC" } };
}
