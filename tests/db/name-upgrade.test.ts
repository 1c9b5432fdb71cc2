import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { nameKeys } from "@/lib/text/name-key";

const all = "prisma/migrations";
/** The names of claimants and topics had other keys before this migration. */
const changed = "20261126224000_names_alike";
const names = ["Deep Seek", "e-Health", "عبد الله", "هيأة", "Jane\u2800Doe", "Путин"];

test("names that the desk had before an upgrade look the same as new ones after it", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "veritable-upgrade-"));
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  const server = new Client({ connectionString: inject("serverUrl") });
  await server.connect();
  await server.query(`CREATE DATABASE ${database} TEMPLATE template0`);
  await server.end();
  const url = Object.assign(new URL(inject("serverUrl")), { pathname: `/${database}` }).href;
  for (const migration of readdirSync(all)) {
    if (/^\d/.test(migration) && migration < changed)
      cpSync(path.join(all, migration), path.join(folder, migration), { recursive: true });
  }
  await applyMigrations(url, folder);
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const table of ["claimant", "topic"]) {
    const insert = `INSERT INTO ${table} (id, key, names) SELECT name, name, json_build_object('en', name) FROM unnest($1::text[]) AS name`;
    await client.query(insert, [names]);
  }
  await applyMigrations(url, all);
  for (const table of ["claimant", "topic"]) {
    const { rows } = await client.query<{ key: string; name_keys: string[] }>(
      `SELECT key, name_keys FROM ${table}`,
    );
    expect(rows).toHaveLength(names.length);
    for (const { key, name_keys } of rows) expect(name_keys.toSorted()).toEqual(nameKeys(key).toSorted());
  }
  await client.end();
  rmSync(folder, { recursive: true });
});
