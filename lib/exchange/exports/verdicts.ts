import { type Copied, copyStream } from "@/lib/platform/db/copy-stream";
import type { ExportLimits } from "@/lib/platform/db/export-stream";
import { query } from "@/lib/platform/db/query";
import { raw, sql, where, withLiterals } from "@/lib/platform/db/sql";
import { conditionsOf, isNarrowed, type Resolved } from "@/lib/public/claims/where";
import { encodeSince } from "./since";

/** What to export, and the words that the clock and the desk's address put in. */
export type VerdictsRequest = { filter: Resolved; since?: bigint; origin: string; now: Date };

/** Reads the number of the event that published the newest verdict. */
export const LAST = "SELECT coalesce(max(sequence), 0)::text AS last FROM public_claim";

// JSON has no control characters, so that CSV with these two for its signs writes each record as it is.
const AS_IT_IS = "(FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01', ENCODING 'UTF8')";

/**
 * The export file as a stream of its text, one consistent snapshot of the database, in the order of publication. The
 * records are copied as they are stored. `count` stands behind them: that of exactly those that went before.
 * Throws `unavailable` where as many exports run as may.
 */
export function exportVerdicts(
  request: VerdictsRequest,
  limits?: Partial<ExportLimits>,
): ReadableStream<Uint8Array> {
  const head: Copied["head"] = async (client) => {
    const { rows } = await client.query<{ last: string }>(LAST);
    return openingOf(request.now, encodeSince(BigInt(rows[0]?.last ?? 0)));
  };
  const statement = copyStatement(request, ",");
  return copyStream({ head, statement, skip: 1, tail: (count) => `],"count":${count}}\n` }, limits);
}

/** The export file up to its first verdict. */
export function openingOf(now: Date, cursor: string): string {
  const opening = { format: "veritable.verdicts/2", generatedAt: now.toISOString(), cursor };
  return `${JSON.stringify(opening).slice(0, -1)},"verdicts":[`;
}

/** As {@link exportVerdicts}, each verdict on a line of its own (NDJSON) and nothing else. */
export function exportVerdictLines(request: Omit<VerdictsRequest, "now">): ReadableStream<Uint8Array> {
  return copyStream({ head: async () => "", statement: copyStatement(request, ""), skip: 0, tail: () => "" });
}

/** What to give as `since` after an export that begins now; it is in that export or before it, so nothing is missed. */
export async function currentCursor(): Promise<string> {
  const [row] = await query<{ last: string }>(sql`${raw(LAST)}`);
  return encodeSince(BigInt(row?.last ?? 0));
}

/**
 * The COPY of the records that a request asks for, each with `before` in front of it.
 *
 * Without filters the records are read in the order of their events. With filters, these lead to the claims, in the order of
 * publication that their indexes have; where none has it, the claims' places are sorted and not their records.
 */
export function copyStatement(
  { filter, since = 0n, origin }: Omit<VerdictsRequest, "now">,
  before: string,
): string {
  const address = JSON.stringify(origin).slice(1, -1);
  const isAfter = sql`c.sequence > ${since}::bigint`;
  // What was published was last changed then (`public_claim_published_order_check`).
  const matching = isNarrowed(filter)
    ? sql`(SELECT c.ctid AS row, c.updated_at, c.claim_id FROM public_claim AS c
          ${where([isAfter, ...conditionsOf(filter)])} ORDER BY c.updated_at, c.claim_id) AS found,
        LATERAL (SELECT c.record_head, c.record_tail FROM public_claim AS c WHERE c.ctid = found.row OFFSET 0) AS c
        ORDER BY found.updated_at, found.claim_id`
    : sql`public_claim AS c WHERE ${isAfter} ORDER BY c.sequence`;
  return `COPY (${withLiterals(sql`SELECT ${before} || c.record_head || ${address} || c.record_tail FROM ${matching}`)})
    TO STDOUT ${AS_IT_IS}`;
}
