import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import { type Facets, type FacetView, listFacets } from "@/lib/public/claims/facets";
import type { ClaimQuery } from "@/lib/public/claims/filters";
import { listClaims, listRows } from "@/lib/public/claims/list";
import type { Page } from "@/lib/public/claims/page";
import { resolveFilter } from "@/lib/public/claims/resolve";
import type { Resolved } from "@/lib/public/claims/where";
import type { PublicClaim, ShownClaim } from "@/lib/public/projection/document";
import { type FoundInRow, foundInRows } from "@/lib/public/search/snippets";

/** A page of the table with what a search found in each row; `found` is empty where nothing was searched for. */
export type TablePage = Page<ShownClaim> & { found: FoundInRow[]; foundSimilar: FoundInRow[] };

/** Why a table has no rows: its search only leaves words out, or takes too long. */
export type TableProblem = "only_excludes" | "too_slow";

/** What the table shows of a query, whose publishers were looked up. */
export type TableContent = {
  query: ClaimQuery;
  page: TablePage;
  facets: Facets;
  problem: TableProblem | null;
};

/** Reads all that the table shows; a search that cannot be run is a problem to be shown, with the filters beside it. */
export async function readTable(asked: ClaimQuery, view: FacetView, locale: LocaleId): Promise<TableContent> {
  const filter = await resolveFilter(asked);
  const query = { ...asked, publisher: filter.publisher };
  try {
    const page = await readPage(filter, locale);
    return { query, page, facets: await listFacets(filter, page, view), problem: null };
  } catch (error) {
    const reason = error instanceof AppError ? error.reason : null;
    if (reason !== "only_excludes" && reason !== "too_slow") throw error;
    return { query, page: emptyPage, facets: await listFacets(filter, null, view), problem: reason };
  }
}

const emptyPage: TablePage = {
  rows: [],
  total: 0,
  exact: true,
  next: null,
  previous: null,
  search: null,
  similar: [],
  found: [],
  foundSimilar: [],
};

/** The page asked for; the first one where the cursor is none (cut off in a mail, say) or leads past the end by now. */
async function readPage(filter: Resolved<ClaimQuery>, locale: LocaleId): Promise<TablePage> {
  if (filter.search === null)
    return { ...(await pageOrFirst(filter, locale, listRows)), found: [], foundSimilar: [] };
  // What a search found may stand where no row shows it.
  const page = await pageOrFirst(filter, locale, listClaims);
  const { search, rows, similar } = page;
  const foundIn = (claims: PublicClaim[]) => (search ? foundInRows(search, claims, locale) : []);
  return {
    ...page,
    rows: rows.map(shownOf),
    similar: similar.map(shownOf),
    found: foundIn(rows),
    foundSimilar: foundIn(similar),
  };
}

function shownOf(claim: PublicClaim): ShownClaim {
  return { ...claim, evidenceCount: claim.evidence.length };
}

type List<Row> = (filter: Resolved<ClaimQuery>, locale: LocaleId) => Promise<Page<Row>>;

async function pageOrFirst<Row>(
  filter: Resolved<ClaimQuery>,
  locale: LocaleId,
  list: List<Row>,
): Promise<Page<Row>> {
  const first = { ...filter, after: undefined, before: undefined };
  if (!filter.after && !filter.before) return list(first, locale);
  const page = await list(filter, locale).catch((error) => {
    if (error instanceof AppError && error.reason === "invalid") return null;
    throw error;
  });
  return page && page.rows.length > 0 ? page : list(first, locale);
}
