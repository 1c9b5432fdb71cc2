import pg from "pg";
import { env } from "@/lib/env";

// A reload of the development server evaluates modules again, and what the build packs has modules of its own: they
// share the connections.
const kept = globalThis as typeof globalThis & { veritablePool?: pg.Pool };

/** The connections of this process to PostgreSQL, opened as they are needed. */
export function pool(): pg.Pool {
  kept.veritablePool ??= open();
  return kept.veritablePool;
}

/** Closes the connections; the next {@link pool} opens new ones. */
export async function closePool(): Promise<void> {
  const open = kept.veritablePool;
  delete kept.veritablePool;
  if (open && !open.ended) await open.end();
}

function open(): pg.Pool {
  const opened = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10, onConnect: tune });
  // An idle connection that breaks is replaced by the next request; without a listener it would end the process.
  opened.on("error", () => {});
  return opened;
}

/** What PostgreSQL takes for granted of disks that turn, and compiling, which costs more than our queries do. */
async function tune(client: pg.ClientBase): Promise<void> {
  await client.query("SET random_page_cost = 1.1; SET jit = off");
}
