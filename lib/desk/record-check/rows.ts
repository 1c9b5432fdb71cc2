import { setTimeout as delay } from "node:timers/promises";
import type { ClientBase } from "pg";
import { db } from "@/lib/platform/db/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { projectedInclude, projectionOf } from "@/lib/public/projection/write";
import {
  type ExpectedColumns,
  findDifferingColumns,
  hasDifferingTopics,
  type StoredRow,
} from "./compare-rows";
import type { Findings } from "./findings";

// Larger batches would block the event loop noticeably.
const BATCH = 25;

type Claim = Parameters<typeof projectionOf>[0];

/**
 * Compares each row of the readers' table with the row built from the claim's revisions, or from the desk's
 * rows before the first revision. Each batch reads one short snapshot. Returns the number of claims, public
 * or not.
 */
export async function checkRows(client: ClientBase, findings: Findings, pauseMs: number): Promise<number> {
  let [after, count] = ["", 0];
  for (;;) {
    const claims = await db().$transaction((tx) => checkBatch(tx, after, findings), {
      isolationLevel: "RepeatableRead",
      timeout: 60_000,
    });
    count += claims.length;
    after = claims.at(-1) ?? after;
    if (claims.length < BATCH) break;
    await delay(pauseMs);
  }
  await checkOrphanRows(client, findings);
  return count;
}

async function checkBatch(tx: Transaction, after: string, findings: Findings): Promise<string[]> {
  const claims = await tx.claim.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: BATCH,
    include: projectedInclude,
  });
  const ids = claims.map(({ id }) => id);
  const rows = await tx.publicClaim.findMany({
    where: { claimId: { in: ids } },
    include: { topicRows: true },
  });
  const [byId, sequences] = [
    new Map(rows.map((row) => [row.claimId, row])),
    await publicationSequences(tx, ids),
  ];
  for (const claim of claims) {
    const { id, slug } = claim;
    const difference = compare(claim, byId.get(id) ?? null, sequences.get(id) ?? 0n);
    if (!difference) continue;
    findings.add(difference.kind, slug, difference.fields);
    findings.rows.add(id);
  }
  return ids;
}

/** The sequence of the event of each claim's latest publication. */
async function publicationSequences(tx: Transaction, ids: string[]): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<Array<{ id: string; sequence: bigint }>>`
    SELECT entity_id AS id, max(sequence) AS sequence FROM event
     WHERE entity_id = ANY (${ids}) AND entity = 'claim' AND action = 'verdict.publish' GROUP BY entity_id`;
  return new Map(rows.map(({ id, sequence }) => [id, sequence]));
}

type Difference = { kind: "row" | "row_missing" | "row_extra"; fields: string[] };

function compare(claim: Claim, row: StoredRow | null, sequence: bigint): Difference | null {
  const expected = expectedOf(claim, row);
  if (expected === "unreadable") return { kind: "row", fields: ["document"] };
  if (!expected) return row ? { kind: "row_extra", fields: [] } : null;
  if (!row) return { kind: "row_missing", fields: [] };
  const fields = [
    ...findDifferingColumns(expected, row),
    ...(row.sequence === sequence ? [] : ["sequence"]),
    ...(hasDifferingTopics(expected, row.topicRows) ? ["topic_rows"] : []),
  ];
  return fields.length > 0 ? { kind: "row", fields } : null;
}

/**
 * The expected row. Before a verdict, the desk can change a claim without a change to its public row, so its
 * time counts.
 */
function expectedOf(claim: Claim, row: StoredRow | null): ExpectedColumns | null | "unreadable" {
  try {
    const time = claim.revisions.length === 0 && row ? row.updatedAt : claim.updatedAt;
    return projectionOf({ ...claim, updatedAt: time });
  } catch {
    return "unreadable";
  }
}

/** Reports rows of claims that do not exist. */
async function checkOrphanRows(client: ClientBase, findings: Findings): Promise<void> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    `SELECT claim_id AS id, slug FROM public_claim AS p
      WHERE NOT EXISTS (SELECT FROM claim WHERE claim.id = p.claim_id) LIMIT 100`,
  );
  for (const { id, slug } of rows) {
    findings.add("row_extra", slug);
    findings.rows.add(id);
  }
}
