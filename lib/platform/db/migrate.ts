import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";

// The advisory lock of Prisma's own migrate command, so that the two exclude each other.
const PRISMA_MIGRATE_LOCK = 72707369;

// As Prisma creates it, so that `prisma migrate` works on the same database.
const CREATE_RECORD = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Applies the pending migrations of `dir` (`NAME/migration.sql`, ordered by name) to the database at `url`, and returns
 * their names. Needs no Prisma engine, and writes the same records as Prisma. An advisory lock excludes other processes;
 * each migration runs in its own transaction together with its record.
 *
 * Throws an Error that names the migration if one fails, if an applied one was changed or is missing, or if Prisma
 * recorded one as failed.
 */
export async function applyMigrations(url: string, dir: string): Promise<string[]> {
  const migrations = await readMigrations(dir);
  const client = new Client({ connectionString: url, application_name: "veritable migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_MIGRATE_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(CREATE_RECORD);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the session releases the lock.
    await client.end();
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(dir, name, "migration.sql"));
      return {
        name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    }),
  );
}

async function findPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of rows) {
    const known = byName.get(name);
    if (!finished) {
      throw new Error(
        `Migration ${name} is recorded as failed. Resolve it with "npx prisma migrate resolve", then start again.`,
      );
    }
    if (!known) {
      throw new Error(
        `The database has migration ${name}, which this version of Veritable does not know. ` +
          "It was set up by a newer version: install that one.",
      );
    }
    if (known.checksum !== checksum) {
      throw new Error(
        `Migration ${name} was changed after it was applied. ` +
          "Restore its file; a schema change needs a new migration.",
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query("BEGIN");
    // A table with pending deferred triggers cannot be altered: run them with each statement.
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
