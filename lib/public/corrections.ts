import { query } from "@/lib/platform/db/query";
import { empty, limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import type { PublicVerdict, RevisionDocument } from "@/lib/record/revision";
import type { RevisionKind, Status } from "@/lib/record/vocabulary";
import { publishedStatus } from "@/lib/record/vocabulary";
import { decodeTimeCursor, encodeCursor } from "./claims/cursor";

/** A correction or retraction as hashed: the claim, the new verdict, and the statuses before and after. */
export type Correction = {
  slug: string;
  text: Record<string, string>;
  language: string;
  verdict: PublicVerdict;
  statusBefore: Status;
  status: Status;
};

/** A page of corrections, newest first; `next` is the cursor of the next page, null at the end. */
export type CorrectionPage = { rows: Correction[]; next: string | null };

const ORDER = "corrections";

type Row = {
  id: string;
  document: RevisionDocument;
  hash: string;
  published_at: Date;
  before: RevisionDocument["verdict"] | null;
};

/**
 * Returns a page of corrections and retractions, newest first. Throws `invalid` for a cursor of another list.
 */
export async function listCorrections({
  after,
  limit = 50,
}: {
  after?: string;
  limit?: number;
}): Promise<CorrectionPage> {
  const found = await query<Row>(correctionsStatement(after, limit));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ document: { slug, claim, verdict }, hash, before }) => ({
      slug,
      text: claim.text,
      language: claim.language,
      verdict: { ...verdict, hash },
      statusBefore: publishedStatus(before ?? verdict),
      status: publishedStatus(verdict),
    })),
    next:
      last && found.length > limit
        ? encodeCursor(ORDER, { value: last.published_at.toISOString(), id: last.id })
        : null,
  };
}

/**
 * Returns the statement for a page and one more row. Each kind is read by its index, and the two are merged.
 */
export function correctionsStatement(after: string | undefined, limit: number): Sql {
  const cursor = after === undefined ? null : decodeTimeCursor(after, ORDER, "after");
  const afterCursor = cursor
    ? sql`AND (published_at, id) < (${cursor.at}::timestamptz, ${cursor.id}::text)`
    : empty;
  const order = (table: string) => sql`ORDER BY ${raw(table)}published_at DESC, ${raw(table)}id DESC`;
  const ofKind = (kind: RevisionKind) =>
    sql`(SELECT id, published_at FROM revision WHERE kind = ${kind}::revision_kind ${afterCursor} ${order("")} ${limitTo(limit + 1)})`;
  return sql`SELECT r.id, r.document, r.hash, r.published_at,
      (SELECT p.document -> 'verdict' FROM revision AS p
        WHERE p.claim_id = r.claim_id AND p.number = r.number - 1) AS before
    FROM (SELECT * FROM (${ofKind("correction")} UNION ALL ${ofKind("retraction")}) AS either ${order("")} ${limitTo(limit + 1)})
      AS page JOIN revision AS r ON r.id = page.id ${order("r.")}`;
}
