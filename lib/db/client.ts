import { setFlagsFromString } from "node:v8";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

type Connections = { pool: pg.Pool; prisma: PrismaClient };

// A reload of the development server evaluates modules again; the connections outlive it.
const kept = globalThis as typeof globalThis & { veritableConnections?: Connections };

// Prisma turns each kind of query into SQL once, by WebAssembly, and keeps it. Making that code faster costs the first
// queries of a process more than all later ones gain: a second of a core at every start.
const ONCE_IS_ENOUGH = "--liftoff-only";

function connect(): Connections {
  setFlagsFromString(ONCE_IS_ENOUGH);
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 10, onConnect: tune });
  // An idle connection that breaks is replaced by the next request; without a listener it would end the process.
  pool.on("error", () => {});
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** What PostgreSQL takes for granted of disks that turn, and compiling, which costs more than our queries do. */
async function tune(client: pg.ClientBase): Promise<void> {
  await client.query("SET random_page_cost = 1.1; SET jit = off");
}

function connections(): Connections {
  kept.veritableConnections ??= connect();
  return kept.veritableConnections;
}

/** The Prisma client of this process, connected at its first query. */
export function db(): PrismaClient {
  return connections().prisma;
}

/** The connection pool beneath {@link db}, for what needs a cursor or a whole connection. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** Closes the connections, for scripts and tests that want to end. */
export async function disconnect(): Promise<void> {
  const open = kept.veritableConnections;
  delete kept.veritableConnections;
  await open?.prisma.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
