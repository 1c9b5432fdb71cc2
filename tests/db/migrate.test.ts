import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { applyMigrations } from "@/lib/platform/db/migrate";

let dir: string;
let url: string;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "veritable-migrations-"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await query(inject("serverUrl"), `CREATE DATABASE ${name} TEMPLATE template0`);
  url = Object.assign(new URL(inject("serverUrl")), { pathname: `/${name}` }).href;
});

afterEach(() => rmSync(dir, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}

async function query(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("applying migrations", () => {
  it("runs those that are missing, in order, and records them as Prisma does", async () => {
    writeFileSync(path.join(dir, "migration_lock.toml"), 'provider = "postgresql"\n');
    write("2_more", "ALTER TABLE thing ADD COLUMN name text;");
    write("1_first", "CREATE TABLE thing (id int);\nINSERT INTO thing VALUES (1);\n");
    expect(await applyMigrations(url, dir)).toEqual(["1_first", "2_more"]);
    expect(await applyMigrations(url, dir)).toEqual([]);
    write("3_last", "INSERT INTO thing VALUES (2, 'two')");
    expect(await applyMigrations(url, dir)).toEqual(["3_last"]);
    const records = await query(url, "SELECT * FROM _prisma_migrations ORDER BY started_at");
    expect(records[0]).toMatchObject({
      checksum: createHash("sha256")
        .update("CREATE TABLE thing (id int);\nINSERT INTO thing VALUES (1);\n")
        .digest("hex"),
      migration_name: "1_first",
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(records[0]?.finished_at).toBeInstanceOf(Date);
    expect(records).toHaveLength(3);
  });

  it("keeps nothing of one that fails, and names it", async () => {
    write("1_good", "CREATE TABLE good (id int)");
    write("2_bad", "CREATE TABLE bad (id int); SELECT 1/0;");
    await expect(applyMigrations(url, dir)).rejects.toThrow("Migration 2_bad failed: division by zero");
    expect(await query(url, "SELECT to_regclass('good') AS good, to_regclass('bad') AS bad")).toEqual([
      { good: "good", bad: null },
    ]);
    write("2_bad", "CREATE TABLE bad (id int)");
    expect(await applyMigrations(url, dir)).toEqual(["2_bad"]);
  });

  it("takes functions and their semicolons for what they are", async () => {
    write("1_function", "CREATE FUNCTION one() RETURNS int AS $$ BEGIN; RETURN 1; END $$ LANGUAGE plpgsql;");
    await expect(applyMigrations(url, dir)).rejects.toThrow("1_function");
    write("1_function", "CREATE FUNCTION one() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;");
    await applyMigrations(url, dir);
    expect(await query(url, "SELECT one()")).toEqual([{ one: 1 }]);
  });

  it("refuses an applied one that has other content now, or is unknown here", async () => {
    write("1_first", "CREATE TABLE thing (id int)");
    await applyMigrations(url, dir);
    write("1_first", "CREATE TABLE thing (id bigint)");
    await expect(applyMigrations(url, dir)).rejects.toThrow(
      "Migration 1_first was changed after it was applied",
    );
    rmSync(path.join(dir, "1_first"), { recursive: true });
    await expect(applyMigrations(url, dir)).rejects.toThrow(/1_first, which this version .* does not know/);
  });

  it("refuses to go on after one that Prisma recorded as failed", async () => {
    write("1_first", "CREATE TABLE thing (id int)");
    await applyMigrations(url, dir);
    await query(url, "UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(applyMigrations(url, dir)).rejects.toThrow(/1_first is recorded as failed/);
  });

  it("is done once when several processes begin at the same time", async () => {
    write("1_first", "CREATE TABLE thing (id int); SELECT pg_sleep(0.2);");
    const applied = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(url, dir)));
    expect(applied.flat()).toEqual(["1_first"]);
  });
});
