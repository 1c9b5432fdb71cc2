import { setFlagsFromString } from "node:v8";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { closePool, pool } from "./pool";

// A reload of the development server evaluates modules again; the client outlives it.
const kept = globalThis as typeof globalThis & { veritablePrisma?: PrismaClient };

// Prisma turns each kind of query into SQL once, by WebAssembly, and keeps it. Making that code faster costs the first
// queries of a process more than all later ones gain: a second of a core at every start.
const ONCE_IS_ENOUGH = "--liftoff-only";

/** The Prisma client of this process, connected at its first query. */
export function db(): PrismaClient {
  kept.veritablePrisma ??= connect();
  return kept.veritablePrisma;
}

function connect(): PrismaClient {
  setFlagsFromString(ONCE_IS_ENOUGH);
  return new PrismaClient({ adapter: new PrismaPg(pool()) });
}

/** Closes the connections, for scripts and tests that want to end. */
export async function disconnect(): Promise<void> {
  const open = kept.veritablePrisma;
  delete kept.veritablePrisma;
  await open?.$disconnect();
  await closePool();
}
