import { snapshotStream } from "@/lib/platform/db/snapshot-stream";
import { inlineValues, type Sql, sql, where } from "@/lib/platform/db/sql";
import type { Transaction } from "@/lib/platform/db/transaction";
import { indexConditionsOf } from "@/lib/public/claims/where";
import { parseFrozenDocument } from "@/lib/record/revision";
import { revisionDocument } from "@/lib/record/revision-hash";
import { encodeSince } from "./since";
import { exportHeader, LAST_SEQUENCE_SQL, type VerdictsRequest } from "./verdicts";

const BATCH = 100;

/**
 * Exports all published revisions of the matching claims, in their hashed form, in the order of the transparency log, from
 * one snapshot of the database. With `since`, those published after it. Throws as {@link snapshotStream} does.
 */
export function exportRevisions(request: VerdictsRequest): ReadableStream<Uint8Array> {
  return snapshotStream(async (tx, write) => {
    const [row] = await tx.$queryRawUnsafe<Array<{ last: string }>>(LAST_SEQUENCE_SQL);
    await write(exportHeader(request.now, encodeSince(BigInt(row?.last ?? 0))));
    let count = 0;
    for await (const elements of readElements(tx, request)) {
      await write(elements.map((element, n) => (count + n > 0 ? `,${element}` : element)).join(""));
      count += elements.length;
    }
    await write(`],"count":${count}}\n`);
  });
}

/** As {@link exportRevisions}, as NDJSON: one revision a line. */
export function exportRevisionLines(request: Omit<VerdictsRequest, "now">): ReadableStream<Uint8Array> {
  return snapshotStream(async (tx, write) => {
    for await (const elements of readElements(tx, request))
      await write(elements.map((line) => `${line}\n`).join(""));
  });
}

/** Reads the elements as JSON text, in batches. */
async function* readElements(
  tx: Transaction,
  request: Omit<VerdictsRequest, "now">,
): AsyncGenerator<string[], void, void> {
  await tx.$executeRawUnsafe(`DECLARE exported NO SCROLL CURSOR FOR ${revisionsStatement(request)}`);
  for (;;) {
    const rows = await tx.$queryRawUnsafe<Array<{ document: unknown; hash: string }>>(
      `FETCH ${BATCH} FROM exported`,
    );
    yield rows.map(({ document, hash }) =>
      JSON.stringify(revisionDocument(parseFrozenDocument(document), hash, request.origin)),
    );
    if (rows.length < BATCH) return;
  }
}

/** The statement that selects the revisions of a request. The filters apply to the claims as they are now. */
function revisionsStatement({ filter, since = 0n }: Omit<VerdictsRequest, "now">): string {
  const conditions = [
    ...indexConditionsOf(filter),
    ...(since > 0n ? [sql`c.sequence > ${since}::bigint`, publishedAfter(since)] : []),
  ];
  return inlineValues(sql`SELECT r.document, r.hash FROM revision AS r JOIN public_claim AS c USING (claim_id)
    ${where(conditions)} ORDER BY r.log_index`);
}

/** The condition that a revision was published after the event `since`. */
function publishedAfter(since: bigint): Sql {
  return sql`EXISTS (SELECT FROM event AS e WHERE e.entity_id = r.claim_id AND e.sequence > ${since}::bigint
    AND e.action = 'verdict.publish' AND e.change -> 'to' ->> 'hash' = r.hash)`;
}
