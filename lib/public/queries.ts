import { prepared } from "@/lib/db/prepared";
import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import { lookupName } from "@/lib/text/normalize";
import { type Sought, sought } from "./conditions";
import { encodeCursor } from "./cursor";
import type { ClaimQuery } from "./filters";
import { frozenDocument } from "./frozen";
import { placeOf } from "./orders";
import type { Query, Shape } from "./page-parts";
import { pageStatement, rowsStatement } from "./page-sql";
import { rankedPage } from "./ranked";
import type { PublicClaim, ShownClaim } from "./schema";
import type { Search } from "./search";
import { LOOKED_THROUGH, ranks } from "./search-sql";
import { similarClaims } from "./similar";
import { publishedStatus } from "./status";
import { totalOf } from "./totals";
import { type Stopped, tried } from "./tried";
import { waysOf } from "./ways";

/**
 * A page of the claim table. `next` and `previous` are cursors, null at either end. `total` counts all that match;
 * where it is not `exact` there are more than that. Where a search is sifted, a page has what was found of the claims
 * `lookedThrough`, if more are to be looked through behind them.
 */
export type Page<Row> = {
  rows: Row[];
  total: number;
  exact: boolean;
  lookedThrough?: number;
  next: string | null;
  previous: string | null;
  /** What was typed, as it was looked up; null where nothing was. */
  search: Search | null;
  /** Where no claim has all that was typed, those that share most of it. */
  similar: Row[];
};
export type ClaimPage = Page<PublicClaim>;

type Found = Stopped & { total: number; id: string | null; place: Date | string | number };

/**
 * One page of the public table in the order asked for; texts are ordered as the locale shows them.
 * Throws `invalid` for a cursor that is none.
 */
export async function listClaims(query: ClaimQuery, locale: LocaleId = "en"): Promise<ClaimPage> {
  const page = await pageOf<{ document: PublicClaim }>(query, locale, "document");
  return mapped(page, ({ document }) => document);
}

/** As {@link listClaims}, with the small part of each claim that a row of the table shows. */
export async function listRows(query: ClaimQuery, locale: LocaleId = "en"): Promise<Page<ShownClaim>> {
  const page = await pageOf<{ shown: ShownClaim }>(query, locale, "row");
  return mapped(page, ({ shown }) => shown);
}

/** As {@link listClaims}, with each claim as the JSON text of its export record, of the desk at `origin`. */
export async function listRecords(query: ClaimQuery, origin: string): Promise<Page<string>> {
  const page = await pageOf<{ record_head: string; record_tail: string }>(query, "en", "record");
  const address = JSON.stringify(origin).slice(1, -1);
  return mapped(page, (row) => row.record_head + address + row.record_tail);
}

function mapped<Stored, Row>(page: Page<Stored>, rowOf: (stored: Stored) => Row): Page<Row> {
  return { ...page, rows: page.rows.map(rowOf), similar: page.similar.map(rowOf) };
}

async function pageOf<Row>(asked: ClaimQuery, locale: LocaleId, shape: Shape): Promise<Page<Row>> {
  const query = await sought(asked);
  const { search } = query;
  const page =
    query.sort === "relevance" && search && ranks(search)
      ? await rankedPage<Row>({ ...query, search }, shape)
      : await orderedPage<Row>(query, locale, shape);
  const isFirst = !query.after && !query.before;
  const isNothing = page.rows.length === 0 && page.exact && !page.lookedThrough && isFirst;
  // Rows are read for suggestions, which offer none that are similar.
  const isCompared = isNothing && shape !== "row";
  const similar = search && isCompared ? await similarClaims<Row>({ ...query, search }, shape) : [];
  return { ...page, similar };
}

async function orderedPage<Row>(
  query: Query,
  locale: LocaleId,
  shape: Shape,
): Promise<Omit<Page<Row>, "similar">> {
  const { search } = query;
  const place = placeOf(query, locale);
  const ways = await waysOf(query, place);
  const tries = await tried<Found & Row>(query, place, ways, (at, again) =>
    again ? rowsStatement(query, at, shape) : pageStatement(query, at, shape),
  );
  const [counted, cut] = [tries[0]?.[0]?.total ?? 0, ways[0]?.cut];
  const last = tries.at(-1) ?? [];
  const found = last.filter(({ id }) => id !== null);
  const more = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  const stopped = stopOf(last[0]);
  const [near, far] = [rows[0] ?? stopped, more ? rows.at(-1) : stopped];
  const begin = place.cursor ? cursorAt(query, near) : null;
  const end = cursorAt(query, far);
  if (place.backwards) rows.reverse();
  return {
    rows,
    search,
    ...totalOf(query, cut ? Math.max(counted, found.length) : counted, cut),
    ...(stopped && { lookedThrough: LOOKED_THROUGH }),
    next: place.backwards ? begin : end,
    previous: place.backwards ? end : begin,
  };
}

type At = Pick<Found, "id" | "place">;

/** Where the look for a page stopped before it was full. */
function stopOf({ stop_id: id, stop_place: place }: Stopped = {}): At | undefined {
  return id && place !== undefined ? { id, place } : undefined;
}

function cursorAt({ sort }: Sought<ClaimQuery>, at: At | undefined): string | null {
  if (!at?.id) return null;
  const value = at.place instanceof Date ? at.place.toISOString() : at.place;
  return encodeCursor(sort, { value, id: at.id });
}

/** One public claim by its slug. Throws `not_found`. */
export async function getClaim(slug: string): Promise<PublicClaim> {
  const [row] = await prepared<{ document: PublicClaim }>(
    "SELECT document FROM public_claim WHERE slug = $1",
    [lookupName(slug)],
  );
  if (!row) throw new AppError("not_found", `There is no public claim ${slug}.`);
  return row.document;
}

/** The claim as it stood in one of its published revisions. Throws `not_found`. */
export async function getRevision(slug: string, number: number): Promise<PublicClaim> {
  const current = await getClaim(slug);
  const [row] = Number.isSafeInteger(number)
    ? await prepared<{ document: unknown; hash: string }>(
        "SELECT document, hash FROM revision WHERE claim_id = $1 AND number = $2::bigint",
        [current.id, number],
      )
    : [];
  if (!row) throw new AppError("not_found", `The claim ${slug} has no revision ${number}.`);
  const { verdict, ...frozen } = frozenDocument(row.document);
  return {
    ...current,
    ...frozen,
    status: publishedStatus(verdict),
    verdict: { ...verdict, hash: row.hash },
    updatedAt: verdict.publishedAt,
  };
}
