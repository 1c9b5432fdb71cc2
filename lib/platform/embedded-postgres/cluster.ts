import { execFile } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Binaries, RunAs } from "./binaries";

const run = promisify(execFile);

/** Its superuser; the app itself connects as an ordinary role. */
export const SUPERUSER = "postgres";

// PostgreSQL sorts and folds by its own C.UTF-8, the same on every machine. Some of its modules (pg_trgm) still ask the
// system what a letter is: with the plain C locale there, Arabic would have none.
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

/** Runs initdb: UTF-8, checksums, passwords by SCRAM only. The folder appears when it is whole. */
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

async function initdb({ binaries, user, home }: Cluster, place: string[]): Promise<void> {
  const fixed = [
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--data-checksums",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  for (const locale of LETTER_LOCALES) {
    try {
      await run(binaries.initdb, [...place, ...fixed, `--lc-ctype=${locale}`], {
        ...user,
        ...surroundings(home),
      });
      return;
    } catch (cause) {
      const output = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : String(cause);
      if (output.includes("invalid locale name") && locale !== LETTER_LOCALES.at(-1)) continue;
      throw new Error(`The embedded PostgreSQL could not be set up: ${output.trim()}`, { cause });
    }
  }
}

/** Where and with what environment a server program runs: none of this process's settings and secrets. */
export function surroundings(cwd: string) {
  const { NODE_ENV, PATH } = process.env;
  return { cwd, env: { NODE_ENV, PATH, LC_ALL: "C", TZ: "UTC" } };
}
