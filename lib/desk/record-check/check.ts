import type { ClientBase } from "pg";
import { Faults } from "./faults";
import { checkLog } from "./log";
import { checkProposals, checkPublished } from "./proposals";
import { checkRows } from "./rows";
import type { Counted } from "./schema";

/** Between batches, so that readers and the desk hardly notice. */
const PAUSE_MS = 25;

/**
 * Compares everything that is published with the record: the revisions with their hashes, their columns and the log, what
 * was proposed, and each row of the readers' table with what its revisions make of it. Reads in small batches, on a
 * connection of its own and, for the rows, short snapshots.
 */
export async function checkRecord(
  client: ClientBase,
  pauseMs = PAUSE_MS,
): Promise<{ counted: Counted; faults: Faults }> {
  const faults = new Faults();
  const log = await checkLog(client, faults, pauseMs);
  await checkPublished(client, faults, pauseMs);
  const proposals = await checkProposals(client, faults, pauseMs);
  const claims = await checkRows(client, faults, pauseMs);
  return { counted: { ...log, proposals, claims }, faults };
}
