import { type CopySource, copyStream } from "@/lib/platform/db/copy-stream";
import type { ExportLimits } from "@/lib/platform/db/export-stream";
import { query } from "@/lib/platform/db/query";
import { inlineValues, raw, sql, where } from "@/lib/platform/db/sql";
import { hasAnyFilter, indexConditionsOf, type ResolvedFilter } from "@/lib/public/claims/where";
import { encodeSince } from "./since";

/** What to export: `origin` is the desk's public URL, `now` the time that the file names. */
export type VerdictsRequest = { filter: ResolvedFilter; since?: bigint; origin: string; now: Date };

/** Selects the sequence number of the event that published the newest verdict, 0 if there is none. */
export const LAST_SEQUENCE_SQL = "SELECT coalesce(max(sequence), 0)::text AS last FROM public_claim";

// JSON contains no control characters, so that CSV with these two never quotes a record.
const UNQUOTED_CSV = "(FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01', ENCODING 'UTF8')";

/**
 * Exports the verdicts as one JSON file, from one snapshot of the database, in the order of publication. The stored records
 * are copied unchanged; `count` follows them, because it is known only then.
 * Throws `unavailable` if the maximum number of exports is running.
 */
export function exportVerdicts(
  request: VerdictsRequest,
  limits?: Partial<ExportLimits>,
): ReadableStream<Uint8Array> {
  const head: CopySource["head"] = async (client) => {
    const { rows } = await client.query<{ last: string }>(LAST_SEQUENCE_SQL);
    return exportHeader(request.now, encodeSince(BigInt(rows[0]?.last ?? 0)));
  };
  const statement = copyStatement(request, ",");
  return copyStream({ head, statement, skip: 1, tail: (count) => `],"count":${count}}\n` }, limits);
}

/** The text of the export file before its first verdict. */
export function exportHeader(now: Date, cursor: string): string {
  const opening = { format: "veritable.verdicts/2", generatedAt: now.toISOString(), cursor };
  return `${JSON.stringify(opening).slice(0, -1)},"verdicts":[`;
}

/** As {@link exportVerdicts}, as NDJSON: one verdict a line. */
export function exportVerdictLines(request: Omit<VerdictsRequest, "now">): ReadableStream<Uint8Array> {
  return copyStream({ head: async () => "", statement: copyStatement(request, ""), skip: 0, tail: () => "" });
}

/** The cursor of an export that begins now. Its event is not later than the export, so that `since` misses nothing. */
export async function currentCursor(): Promise<string> {
  const [row] = await query<{ last: string }>(sql`${raw(LAST_SEQUENCE_SQL)}`);
  return encodeSince(BigInt(row?.last ?? 0));
}

/**
 * The COPY statement for the records of a request, each prefixed with `before`.
 *
 * Without filters it scans the index on the events. With filters it uses an index in the order of publication; if there is
 * none, it sorts row ids (`ctid`) instead of the large records.
 */
export function copyStatement(
  { filter, since = 0n, origin }: Omit<VerdictsRequest, "now">,
  before: string,
): string {
  const address = JSON.stringify(origin).slice(1, -1);
  const isAfter = sql`c.sequence > ${since}::bigint`;
  // `updated_at` is the time of publication (`public_claim_published_order_check`).
  const matching = hasAnyFilter(filter)
    ? sql`(SELECT c.ctid AS row, c.updated_at, c.claim_id FROM public_claim AS c
          ${where([isAfter, ...indexConditionsOf(filter)])} ORDER BY c.updated_at, c.claim_id) AS found,
        LATERAL (SELECT c.record_head, c.record_tail FROM public_claim AS c WHERE c.ctid = found.row OFFSET 0) AS c
        ORDER BY found.updated_at, found.claim_id`
    : sql`public_claim AS c WHERE ${isAfter} ORDER BY c.sequence`;
  return `COPY (${inlineValues(sql`SELECT ${before} || c.record_head || ${address} || c.record_tail FROM ${matching}`)})
    TO STDOUT ${UNQUOTED_CSV}`;
}
