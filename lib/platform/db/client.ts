import { setFlagsFromString } from "node:v8";
import type { Pool } from "pg";
import { PrismaClient } from "./generated/client";
import { closePool, exportPool, pool } from "./pool";
import { SequentialAdapter } from "./sequential-adapter";

// Stored globally, because a reload of the development server evaluates modules again.
const shared = globalThis as typeof globalThis & {
  veritablePrisma?: PrismaClient;
  veritableExportPrisma?: PrismaClient;
};

// Prisma compiles each kind of query to SQL once, in WebAssembly, and caches the result. Optimizing that WebAssembly costs a
// process more at its start than it saves later.
const V8_FLAGS = "--liftoff-only";

/** The Prisma client of this process; it connects at its first query. */
export function db(): PrismaClient {
  shared.veritablePrisma ??= connect(pool());
  return shared.veritablePrisma;
}

/** The Prisma client of exports, on the export pool. */
export function exportDb(): PrismaClient {
  shared.veritableExportPrisma ??= connect(exportPool());
  return shared.veritableExportPrisma;
}

function connect(connections: Pool): PrismaClient {
  setFlagsFromString(V8_FLAGS);
  return new PrismaClient({ adapter: new SequentialAdapter(connections) });
}

/** Closes all connections, so that scripts and tests can exit. */
export async function disconnect(): Promise<void> {
  const open = [shared.veritablePrisma, shared.veritableExportPrisma];
  delete shared.veritablePrisma;
  delete shared.veritableExportPrisma;
  for (const client of open) await client?.$disconnect();
  await closePool();
}
