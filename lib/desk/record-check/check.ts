import type { ClientBase } from "pg";
import { Findings } from "./findings";
import { checkLog } from "./log";
import { checkProposals, checkPublished } from "./proposals";
import { checkRows } from "./rows";
import type { CheckCounts } from "./schema";

/** The pause between batches, to limit the load. */
const PAUSE_MS = 25;

/**
 * Verifies everything that is published: revisions against their hashes, columns and the transparency log;
 * proposals against their events; each row of the readers' table against the revisions. Reads in small
 * batches on its own connection, and rows in short snapshots.
 */
export async function checkRecord(
  client: ClientBase,
  pauseMs = PAUSE_MS,
): Promise<{ counted: CheckCounts; findings: Findings }> {
  const findings = new Findings();
  const log = await checkLog(client, findings, pauseMs);
  await checkPublished(client, findings, pauseMs);
  const proposals = await checkProposals(client, findings, pauseMs);
  const claims = await checkRows(client, findings, pauseMs);
  return { counted: { ...log, proposals, claims }, findings };
}
