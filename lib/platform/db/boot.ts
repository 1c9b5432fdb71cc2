import path from "node:path";
import { Client } from "pg";
import { ensureAuthSecret, ensureLogKey } from "@/lib/platform/embedded-postgres/data-folder";
import { ensureEmbedded } from "@/lib/platform/embedded-postgres/ensure";
import { ensureDataFolder } from "@/lib/platform/embedded-postgres/ensure-data-folder.mjs";
import { applyMigrations } from "./migrate";

/** Held while a database is brought up, so that two starts on one new database do not both fill it. */
const BOOT_LOCK = 0x5645_5249; // "VERI"

/** A database that takes queries. */
export interface Database {
  url: string;
  kind: "embedded" | "given";
  /** Whether this process started the server. */
  started: boolean;
  /** Lets go of an embedded server (it stops with its last user); a given one is left alone. */
  stop(): Promise<void>;
}

/**
 * Answers the database that the settings name: the one at DATABASE_URL, else the embedded one of the data folder.
 * Throws an Error that says what to do when it cannot be reached or started.
 */
export async function openDatabase(given: { DATABASE_URL?: string; DATA_DIR: string }): Promise<Database> {
  if (!given.DATABASE_URL) return { kind: "embedded", ...(await ensureEmbedded(given.DATA_DIR)) };
  const client = new Client({ connectionString: given.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error && cause.message ? cause.message : String(cause);
    throw new Error(
      `The database at DATABASE_URL cannot be reached: ${reason}. Check the address and that the server runs, ` +
        "or leave DATABASE_URL out to use the embedded one.",
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
  return { kind: "given", url: given.DATABASE_URL, started: false, stop: async () => {} };
}

/** Runs `work` while no other process boots the same database. */
export async function withBootLock<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "veritable start" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [BOOT_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * What stands between a program and a usable database, in one call, for the command-line tools and the tests: opens
 * it as `openDatabase` does, applies the migrations, and puts DATABASE_URL and the secrets into `process.env` for the
 * code that reads them there. Loads no demo and creates no people: that is the start's work.
 */
export async function bootDatabase(given: {
  DATABASE_URL?: string;
  AUTH_SECRET?: string;
  LOG_KEY?: string;
  DATA_DIR: string;
}): Promise<Database & { applied: string[] }> {
  const database = await openDatabase(given);
  try {
    const applied = await withBootLock(database.url, () =>
      applyMigrations(database.url, path.resolve("prisma/migrations")),
    );
    process.env.DATABASE_URL = database.url;
    if (database.kind === "embedded") {
      process.env.LOG_KEY = given.LOG_KEY ?? ensureLogKey(ensureDataFolder(given.DATA_DIR));
    }
    process.env.AUTH_SECRET = given.AUTH_SECRET ?? ensureAuthSecret(ensureDataFolder(given.DATA_DIR)).secret;
    return { ...database, applied };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
