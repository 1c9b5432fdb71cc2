import { pool } from "@/lib/platform/db/pool";

// Tables that every request can change.
const volatileTables = ["session", "rate_limit", "presence"];

/** A hash of the content of each table, by name. */
export async function snapshot(): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const names = rows.map(({ name }) => name).filter((name) => !volatileTables.includes(name));
  const hashes = names.map(
    (name) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(row::text, ' ' ORDER BY row::text), '')) AS hash FROM "${name}" row`,
  );
  const found = await pool().query<{ name: string; hash: string }>(hashes.join(" UNION ALL "));
  return Object.fromEntries(found.rows.map(({ name, hash }) => [name, hash]));
}
