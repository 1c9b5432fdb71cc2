import { readdirSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const MB = 1024 * 1024;
/** PostgreSQL's own default: any machine that runs the app has so much. */
export const LEAST_BUFFERS_MB = 128;

/**
 * How much of the tables PostgreSQL should keep in memory of its own, in megabytes: all that is `stored`, but no more
 * than a quarter of the machine's memory, as its documentation advises. A page that it finds there costs no call into
 * the system, whose cache the rest of the memory serves as; and what a small desk does not need is not set up.
 */
export function sharedBuffersMb(stored: number, memory: number): number {
  return Math.max(LEAST_BUFFERS_MB, Math.floor(Math.min(stored, memory / 4) / MB));
}

/** The bytes of all databases in a cluster's data folder. */
export function storedBytes(data: string): number {
  const base = path.join(data, "base");
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce(
    (sum, { parentPath, name }) =>
      sum + (statSync(path.join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/** The bytes of memory of the machine, or what its container may use of them. */
export function memoryBytes(): number {
  // Node answers 0, or more than there is, where no limit is set.
  return Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}
