import { snapshotStream } from "@/lib/platform/db/snapshot-stream";
import { type Sql, sql, where, withLiterals } from "@/lib/platform/db/sql";
import type { Transaction } from "@/lib/platform/db/transaction";
import { conditionsOf } from "@/lib/public/claims/where";
import { frozenDocument } from "@/lib/record/revision";
import { revisionDocument } from "@/lib/record/revision-hash";
import { encodeSince } from "./since";
import { LAST, openingOf, type VerdictsRequest } from "./verdicts";

const BATCH = 100;

/**
 * The export file with all published revisions of the claims that match, each as it was hashed, in the order of the log
 * and from one snapshot of the database. With `since`, those that were published after it.
 */
export function exportRevisions(request: VerdictsRequest): ReadableStream<Uint8Array> {
  return snapshotStream(async (tx, write) => {
    const [row] = await tx.$queryRawUnsafe<Array<{ last: string }>>(LAST);
    await write(openingOf(request.now, encodeSince(BigInt(row?.last ?? 0))));
    let count = 0;
    for await (const elements of elementsOf(tx, request)) {
      await write(elements.map((element, n) => (count + n > 0 ? `,${element}` : element)).join(""));
      count += elements.length;
    }
    await write(`],"count":${count}}\n`);
  });
}

/** As {@link exportRevisions}, each on a line of its own (NDJSON) and nothing else. */
export function exportRevisionLines(request: Omit<VerdictsRequest, "now">): ReadableStream<Uint8Array> {
  return snapshotStream(async (tx, write) => {
    for await (const elements of elementsOf(tx, request))
      await write(elements.map((line) => `${line}\n`).join(""));
  });
}

/** The elements as JSON text, batch by batch. */
async function* elementsOf(
  tx: Transaction,
  request: Omit<VerdictsRequest, "now">,
): AsyncGenerator<string[], void, void> {
  await tx.$executeRawUnsafe(`DECLARE exported NO SCROLL CURSOR FOR ${revisionsStatement(request)}`);
  for (;;) {
    const rows = await tx.$queryRawUnsafe<Array<{ document: unknown; hash: string }>>(
      `FETCH ${BATCH} FROM exported`,
    );
    yield rows.map(({ document, hash }) =>
      JSON.stringify(revisionDocument(frozenDocument(document), hash, request.origin)),
    );
    if (rows.length < BATCH) return;
  }
}

/** The revisions that a request asks for. The filters are about the claims as they are now. */
function revisionsStatement({ filter, since = 0n }: Omit<VerdictsRequest, "now">): string {
  const conditions = [
    ...conditionsOf(filter),
    ...(since > 0n ? [sql`c.sequence > ${since}::bigint`, publishedAfter(since)] : []),
  ];
  return withLiterals(sql`SELECT r.document, r.hash FROM revision AS r JOIN public_claim AS c USING (claim_id)
    ${where(conditions)} ORDER BY r.log_index`);
}

/** Whether the event of a revision came after `since`. */
function publishedAfter(since: bigint): Sql {
  return sql`EXISTS (SELECT FROM event AS e WHERE e.entity_id = r.claim_id AND e.sequence > ${since}::bigint
    AND e.action = 'verdict.publish' AND e.change -> 'to' ->> 'hash' = r.hash)`;
}
