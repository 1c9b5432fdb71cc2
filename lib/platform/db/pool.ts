import { availableParallelism } from "node:os";
import pg from "pg";
import { env } from "@/lib/env";

/** The size of the desk's pool. Its transactions wait for each other. */
const DESK_CONNECTIONS = 10;
/** The size of the export pool. An export holds its connection until it is read. */
export const EXPORT_CONNECTIONS = 4;
/** The size of the readers' pool. Their queries are short and CPU-bound: more connections would compete for the cores. */
export const READER_CONNECTIONS = 2 * availableParallelism();
/** How long idle connections stay open. A new one has to connect and to plan its statements again. */
const IDLE_MS = 5 * 60_000;

// Stored globally, because a reload of the development server evaluates modules again, and the build bundles several
// copies of this module.
const shared = globalThis as typeof globalThis & {
  veritablePool?: pg.Pool;
  veritableReaders?: pg.Pool;
  veritableExportPool?: pg.Pool;
};

/** The pool of the desk's transactions. */
export function pool(): pg.Pool {
  shared.veritablePool ??= open(DESK_CONNECTIONS);
  return shared.veritablePool;
}

/** The pool for the short queries of public pages, so that they never wait for the desk or for exports. */
export function readers(): pg.Pool {
  shared.veritableReaders ??= open(READER_CONNECTIONS, tuneReader);
  return shared.veritableReaders;
}

/** The pool of exports, so that no other query waits for slow export readers. */
export function exportPool(): pg.Pool {
  shared.veritableExportPool ??= open(EXPORT_CONNECTIONS, tuneExport);
  return shared.veritableExportPool;
}

/** Closes all connections; the next {@link pool}, {@link readers} or {@link exportPool} opens new ones. */
export async function closePool(): Promise<void> {
  const opened = [shared.veritablePool, shared.veritableReaders, shared.veritableExportPool];
  delete shared.veritablePool;
  delete shared.veritableReaders;
  delete shared.veritableExportPool;
  await Promise.all(opened.map((one) => one && !one.ended && one.end()));
}

function open(max: number, onConnect = tune): pg.Pool {
  const connectionString = env().DATABASE_URL;
  const opened = new pg.Pool({ connectionString, max, idleTimeoutMillis: IDLE_MS, onConnect });
  // Queries on a broken connection fail, and the pool replaces it. Without these listeners the error event would end the
  // process.
  opened.on("error", () => {});
  opened.on("connect", (client) => client.on("error", () => {}));
  return opened;
}

/** Sets costs for SSDs, and turns off JIT compilation and parallel workers, which cost short queries more than they save. */
async function tune(client: pg.ClientBase): Promise<void> {
  await client.query("SET random_page_cost = 1.1; SET jit = off; SET max_parallel_workers_per_gather = 0");
}

/** The statement timeout of readers, in ms. A longer statement fails, and the response says how to narrow the query. */
const READ_TIMEOUT_MS = 5000;

/** Fits an exact bitmap of a million claims, so that bitmap scans need no rechecks of rows. */
const READER_WORK_MEM = "32MB";

/**
 * Turns sequential scans off: every public query has an index, and PostgreSQL underestimates the cost of full-text
 * conditions in a sequential scan.
 */
async function tuneReader(client: pg.ClientBase): Promise<void> {
  await tune(client);
  await client.query(
    `SET statement_timeout = ${READ_TIMEOUT_MS}; SET enable_seqscan = off; SET work_mem = '${READER_WORK_MEM}'`,
  );
}

/** Ends long queries soon after their connection was closed, where the server's operating system supports it. */
async function tuneExport(client: pg.ClientBase): Promise<void> {
  await tune(client);
  await client.query("SET client_connection_check_interval = '1s'").catch(() => {});
}
