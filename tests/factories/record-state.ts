import { pool } from "@/lib/platform/db/pool";
import { asSuperuser } from "./superuser";

const TABLES = ["claimant", "proposal", "revision", "log_node", "event", "public_claim"];

/** Reads the tables of the record and of what readers see; the function that is returned puts them back as they were. */
export async function keepRecord(): Promise<() => Promise<void>> {
  const kept = await Promise.all(TABLES.map(async (table) => ({ table, ...(await read(table)) })));
  return async () => {
    for (const { table, columns, rows } of kept) {
      await asSuperuser(`DELETE FROM ${table}`);
      await asSuperuser(
        `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [rows],
      );
    }
  };
}

async function read(table: string): Promise<{ columns: string; rows: string }> {
  const { rows: names } = await pool().query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
      WHERE table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const { rows } = await pool().query(`SELECT to_jsonb(t) AS row FROM ${table} AS t`);
  return {
    columns: names.map(({ name }) => name).join(", "),
    rows: JSON.stringify(rows.map(({ row }) => row)),
  };
}
