import path from "node:path";
import { Client } from "pg";
import { ensureAuthSecret, ensureLogKey } from "@/lib/platform/embedded-postgres/data-folder";
import { ensureEmbedded } from "@/lib/platform/embedded-postgres/ensure";
import { ensureDataFolder } from "@/lib/platform/embedded-postgres/ensure-data-folder.mjs";
import { applyMigrations } from "./migrate";

/** The advisory lock of a start, so that two starts on one new database do not both fill it. */
const BOOT_LOCK = 0x5645_5249; // "VERI"

/** A database that accepts queries. */
export interface Database {
  url: string;
  kind: "embedded" | "external";
  /** Whether this process started the server. */
  started: boolean;
  /** Releases an embedded server, which stops with its last user; does nothing for an external one. */
  stop(): Promise<void>;
}

/**
 * Returns the database of the settings: the one at DATABASE_URL, else the embedded one of the data folder.
 * Throws an Error that says what to do if it cannot be reached or started.
 */
export async function connectDatabase(settings: {
  DATABASE_URL?: string;
  DATA_DIR: string;
}): Promise<Database> {
  if (!settings.DATABASE_URL) return { kind: "embedded", ...(await ensureEmbedded(settings.DATA_DIR)) };
  const client = new Client({ connectionString: settings.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error && cause.message ? cause.message : String(cause);
    throw new Error(
      `The database at DATABASE_URL cannot be reached: ${reason}. Check the address and that the server runs, ` +
        "or unset DATABASE_URL to use the embedded one.",
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
  return { kind: "external", url: settings.DATABASE_URL, started: false, stop: async () => {} };
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
 * Makes a database usable, for command-line tools and tests: opens it as `connectDatabase` does, applies the migrations, and
 * sets DATABASE_URL and the secrets in `process.env`. Loads no demo and creates no people: `npm start` does that.
 */
export async function bootDatabase(settings: {
  DATABASE_URL?: string;
  AUTH_SECRET?: string;
  LOG_KEY?: string;
  DATA_DIR: string;
}): Promise<Database & { applied: string[] }> {
  const database = await connectDatabase(settings);
  try {
    const applied = await withBootLock(database.url, () =>
      applyMigrations(database.url, path.resolve("prisma/migrations")),
    );
    process.env.DATABASE_URL = database.url;
    if (database.kind === "embedded") {
      process.env.LOG_KEY = settings.LOG_KEY ?? ensureLogKey(ensureDataFolder(settings.DATA_DIR));
    }
    process.env.AUTH_SECRET =
      settings.AUTH_SECRET ?? ensureAuthSecret(ensureDataFolder(settings.DATA_DIR)).secret;
    return { ...database, applied };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
