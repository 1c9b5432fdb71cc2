import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { Client } from "pg";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { asSuperuser } from "./superuser";

const FILE = "tests/fixtures/upgrade/version-0.1.json.gz";
const MIGRATIONS = path.resolve("prisma/migrations");
/** The newest migration of that version. */
const LAST = "20261126030000_published_order";

/** A desk as an earlier version left it, and what that version returned to readers, word for word. */
export type DeskBefore = {
  tables: Record<string, Array<Record<string, unknown>>>;
  columns: Record<string, string[]>;
  answers: {
    export: string;
    lines: string;
    entries: string;
    head: string;
    table: string;
    claims: Record<string, string>;
  };
};

/**
 * Makes a new database with that desk in it, at the migrations of its version, and has this process use it. Returns the desk and
 * the database's address.
 */
export async function loadDeskBefore(serverUrl: string): Promise<{ desk: DeskBefore; url: string }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  await client.end();
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await applyOldMigrations(url);
  process.env.DATABASE_URL = url;
  const desk: DeskBefore = JSON.parse(gunzipSync(readFileSync(FILE)).toString());
  for (const [table, rows] of Object.entries(desk.tables)) {
    const columns = (desk.columns[table] ?? []).map((column) => `"${column}"`).join(", ");
    await asSuperuser(`DELETE FROM "${table}"`);
    await asSuperuser(
      `INSERT INTO "${table}" (${columns}) OVERRIDING SYSTEM VALUE
         SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
      [JSON.stringify(rows)],
    );
  }
  await asSuperuser(
    "SELECT setval(pg_get_serial_sequence('event', 'sequence'), (SELECT max(sequence) FROM event))",
  );
  return { desk, url };
}

/** Brings a database to the newest migrations, as a start does. Returns the names of those that it applied. */
export async function upgrade(url: string): Promise<string[]> {
  return applyMigrations(url, MIGRATIONS);
}

async function applyOldMigrations(url: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "veritable-before-"));
  for (const name of readdirSync(MIGRATIONS)) {
    if (name <= LAST) cpSync(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
  }
  await applyMigrations(url, folder);
  rmSync(folder, { recursive: true });
}
