import { availableParallelism } from "node:os";
import pg from "pg";
import { env } from "@/lib/env";

/** Of the desk, whose transactions wait for each other. */
const DESK = 10;
/** Of exports, which hold a connection for as long as they are read. */
export const EXPORTS = 4;
/** Of readers, whose short queries are all work and no waiting: more of them would take turns on the same cores. */
export const READERS = 2 * availableParallelism();
/** One that is made anew costs the next request tens of milliseconds, and the plans that the last one kept. */
const KEPT_IDLE_MS = 5 * 60_000;

// A reload of the development server evaluates modules again, and what the build packs has modules of its own: they
// share the connections.
const kept = globalThis as typeof globalThis & {
  veritablePool?: pg.Pool;
  veritableReaders?: pg.Pool;
  veritableExportPool?: pg.Pool;
};

/** The connections of this process to PostgreSQL, opened as they are needed. */
export function pool(): pg.Pool {
  kept.veritablePool ??= open(DESK);
  return kept.veritablePool;
}

/** The connections for short queries of public pages: what the desk and exports hold on to is never waited for. */
export function readers(): pg.Pool {
  kept.veritableReaders ??= open(READERS, tuneReader);
  return kept.veritableReaders;
}

/** The connections of exports: nobody else waits for whoever reads one slowly. */
export function exportPool(): pg.Pool {
  kept.veritableExportPool ??= open(EXPORTS, tuneExport);
  return kept.veritableExportPool;
}

/** Closes the connections; the next {@link pool}, {@link readers} or {@link exportPool} opens new ones. */
export async function closePool(): Promise<void> {
  const opened = [kept.veritablePool, kept.veritableReaders, kept.veritableExportPool];
  delete kept.veritablePool;
  delete kept.veritableReaders;
  delete kept.veritableExportPool;
  await Promise.all(opened.map((one) => one && !one.ended && one.end()));
}

function open(max: number, onConnect = tune): pg.Pool {
  const connectionString = env().DATABASE_URL;
  const opened = new pg.Pool({ connectionString, max, idleTimeoutMillis: KEPT_IDLE_MS, onConnect });
  // A connection that breaks is replaced by the next request, and what ran on it fails; without listeners, for idle ones
  // and for those in use, it would end the process.
  opened.on("error", () => {});
  opened.on("connect", (client) => client.on("error", () => {}));
  return opened;
}

/** What PostgreSQL takes for granted of disks that turn, and compiling and workers, which cost more than our queries do. */
async function tune(client: pg.ClientBase): Promise<void> {
  await client.query("SET random_page_cost = 1.1; SET jit = off; SET max_parallel_workers_per_gather = 0");
}

/** The statement timeout of readers, in ms: a longer statement fails, and the response says what to ask for instead. */
const LONGEST_READ_MS = 5000;

/** The places of a million claims that an index holds for one value, so that none is looked at to know whether it is one. */
const READ_MEMORY = "32MB";

/**
 * All that readers ask for has an index. Without one that fits best, PostgreSQL would rather read a whole table and look for
 * words in each row, which takes far longer than it reckons.
 */
async function tuneReader(client: pg.ClientBase): Promise<void> {
  await tune(client);
  await client.query(
    `SET statement_timeout = ${LONGEST_READ_MS}; SET enable_seqscan = off; SET work_mem = '${READ_MEMORY}'`,
  );
}

/** A query that sorts for long is ended soon after its connection was closed, where the server's system can tell. */
async function tuneExport(client: pg.ClientBase): Promise<void> {
  await tune(client);
  await client.query("SET client_connection_check_interval = '1s'").catch(() => {});
}
