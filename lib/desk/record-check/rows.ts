import { setTimeout as delay } from "node:timers/promises";
import type { ClientBase } from "pg";
import { db } from "@/lib/platform/db/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { projectedInclude, projectionOf } from "@/lib/public/projection/write";
import { type Columns, differingColumns, differingTopics, type StoredRow } from "./differing-columns";
import type { Faults } from "./faults";

// To put more of them together at once would keep requests waiting.
const BATCH = 25;

type Claim = Parameters<typeof projectionOf>[0];

/**
 * Compares each row of the readers' table with what the claim's revisions make of it, or its rows at the desk before the
 * first. Each batch is one short snapshot. Returns how many claims there were, public or not.
 */
export async function checkRows(client: ClientBase, faults: Faults, pauseMs: number): Promise<number> {
  let [after, count] = ["", 0];
  for (;;) {
    const claims = await db().$transaction((tx) => checkBatch(tx, after, faults), {
      isolationLevel: "RepeatableRead",
      timeout: 60_000,
    });
    count += claims.length;
    after = claims.at(-1) ?? after;
    if (claims.length < BATCH) break;
    await delay(pauseMs);
  }
  await checkStrays(client, faults);
  return count;
}

async function checkBatch(tx: Transaction, after: string, faults: Faults): Promise<string[]> {
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
  const [byId, sequences] = [new Map(rows.map((row) => [row.claimId, row])), await publishedAt(tx, ids)];
  for (const claim of claims) {
    const { id, slug } = claim;
    const found = compare(claim, byId.get(id) ?? null, sequences.get(id) ?? 0n);
    if (!found) continue;
    faults.add(found.kind, slug, found.fields);
    faults.rows.add(id);
  }
  return ids;
}

/** The event of each claim's newest publication. */
async function publishedAt(tx: Transaction, ids: string[]): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<Array<{ id: string; sequence: bigint }>>`
    SELECT entity_id AS id, max(sequence) AS sequence FROM event
     WHERE entity_id = ANY (${ids}) AND entity = 'claim' AND action = 'verdict.publish' GROUP BY entity_id`;
  return new Map(rows.map(({ id, sequence }) => [id, sequence]));
}

type Found = { kind: "row" | "row_missing" | "row_extra"; fields: string[] };

function compare(claim: Claim, row: StoredRow | null, sequence: bigint): Found | null {
  const expected = expectedOf(claim, row);
  if (expected === "unreadable") return { kind: "row", fields: ["document"] };
  if (!expected) return row ? { kind: "row_extra", fields: [] } : null;
  if (!row) return { kind: "row_missing", fields: [] };
  const fields = [
    ...differingColumns(expected, row),
    ...(row.sequence === sequence ? [] : ["sequence"]),
    ...(differingTopics(expected, row.topicRows) ? ["topic_rows"] : []),
  ];
  return fields.length > 0 ? { kind: "row", fields } : null;
}

/** The row as it should be; a claim without a verdict may have been changed at the desk without a change to readers. */
function expectedOf(claim: Claim, row: StoredRow | null): Columns | null | "unreadable" {
  try {
    const time = claim.revisions.length === 0 && row ? row.updatedAt : claim.updatedAt;
    return projectionOf({ ...claim, updatedAt: time });
  } catch {
    return "unreadable";
  }
}

/** Rows of claims that there are not. */
async function checkStrays(client: ClientBase, faults: Faults): Promise<void> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    `SELECT claim_id AS id, slug FROM public_claim AS p
      WHERE NOT EXISTS (SELECT FROM claim WHERE claim.id = p.claim_id) LIMIT 100`,
  );
  for (const { id, slug } of rows) {
    faults.add("row_extra", slug);
    faults.rows.add(id);
  }
}
