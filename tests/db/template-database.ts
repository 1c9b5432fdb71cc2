import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { ensureEmbedded } from "@/lib/platform/embedded-postgres/ensure";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
  }
}

const TEMPLATE = "test_template";

/** A real PostgreSQL for all tests, with one migrated database that each test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await ensureEmbedded(path.resolve("data/test-db"), { fsync: "off" });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const old = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'",
  );
  for (const { datname } of old.rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await applyMigrations(databaseUrl(server.url, TEMPLATE), path.resolve("prisma/migrations"));
  project.provide("serverUrl", server.url);
  return () => server.stop();
}

function databaseUrl(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}
