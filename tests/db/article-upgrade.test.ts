import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { applyMigrations } from "@/lib/platform/db/migrate";

const all = "prisma/migrations";
const ours = "20261126202000_article_text";

let client: Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "veritable-upgrade-"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const server = new Client({ connectionString: inject("serverUrl") });
  await server.connect();
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  await server.end();
  const url = Object.assign(new URL(inject("serverUrl")), { pathname: `/${name}` }).href;
  const before = readdirSync(all).filter((migration) => /^\d/.test(migration) && migration < ours);
  for (const migration of before) {
    cpSync(path.join(all, migration), path.join(folder, migration), { recursive: true });
  }
  await applyMigrations(url, folder);
  client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `INSERT INTO person (id, name, email, updated_at) VALUES ('p', 'Ada', 'ada@desk.example', now());
     INSERT INTO article (id, slug, kind, title, language, direction, publisher, retrieved_at, created_at, created_by_id, updated_at)
       SELECT id, id, 'news', 'سعر القمح', 'ar', 'rtl', 'The Courier', now(), '2026-01-01Z', 'p', now()
       FROM unnest(ARRAY['read', 'unread']) AS id;
     INSERT INTO public_count VALUES ('article', 'read', '', '', 1)`,
  );
  cpSync(path.join(all, ours), path.join(folder, ours), { recursive: true });
  expect(await applyMigrations(url, folder)).toEqual([ours]);
});

afterAll(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

test("what readers could read of an article before an upgrade, they can read after it", async () => {
  const { rows } = await client.query("SELECT slug, text_public, archived_at FROM article ORDER BY slug");
  expect(rows).toEqual([
    { slug: "read", text_public: true, archived_at: null },
    { slug: "unread", text_public: false, archived_at: null },
  ]);
  const listed = await client.query("SELECT slug, article_id, created_at FROM public_article");
  expect(listed.rows).toEqual([{ slug: "read", article_id: "read", created_at: new Date("2026-01-01") }]);
});

test("the articles of before are found by their title and publisher", async () => {
  const { rows } = await client.query("SELECT DISTINCT folded_names FROM article");
  expect(rows).toEqual([{ folded_names: " سعر القمح the courier" }]);
});
