import { setFlagsFromString } from "node:v8";
import type { Pool } from "pg";
import { PrismaClient } from "./generated/client";
import { closePool, exportPool, pool } from "./pool";
import { SequentialAdapter } from "./sequential-adapter";

// A reload of the development server evaluates modules again; the client outlives it.
const kept = globalThis as typeof globalThis & {
  veritablePrisma?: PrismaClient;
  veritableExportPrisma?: PrismaClient;
};

// Prisma turns each kind of query into SQL once, by WebAssembly, and keeps it. Making that code faster costs the first
// queries of a process more than all later ones gain: a second of a core at every start.
const ONCE_IS_ENOUGH = "--liftoff-only";

/** The Prisma client of this process, connected at its first query. */
export function db(): PrismaClient {
  kept.veritablePrisma ??= connect(pool());
  return kept.veritablePrisma;
}

/** The Prisma client of exports, on their own connections. */
export function exportDb(): PrismaClient {
  kept.veritableExportPrisma ??= connect(exportPool());
  return kept.veritableExportPrisma;
}

function connect(connections: Pool): PrismaClient {
  setFlagsFromString(ONCE_IS_ENOUGH);
  return new PrismaClient({ adapter: new SequentialAdapter(connections) });
}

/** Closes the connections, for scripts and tests that want to end. */
export async function disconnect(): Promise<void> {
  const open = [kept.veritablePrisma, kept.veritableExportPrisma];
  delete kept.veritablePrisma;
  delete kept.veritableExportPrisma;
  for (const client of open) await client?.$disconnect();
  await closePool();
}
