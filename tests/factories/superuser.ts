import { readFileSync } from "node:fs";
import pg from "pg";

/**
 * What only a superuser of the tests' PostgreSQL can do: a statement behind the triggers that guard the tables, in a
 * session of its own with the superuser's password.
 */
export async function asSuperuser(sql: string, values: unknown[] = []): Promise<void> {
  const { superuserPassword } = JSON.parse(readFileSync("data/test-db/database.json", "utf8"));
  const url = new URL(process.env.DATABASE_URL ?? "");
  const client = new pg.Client({
    connectionString: Object.assign(url, { username: "postgres", password: superuserPassword }).href,
  });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}
