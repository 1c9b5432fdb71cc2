import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import type { Page } from "@/lib/public/claims/cursor";
import { listFacets } from "@/lib/public/claims/facets";
import type { ClaimQuery } from "@/lib/public/claims/filters";
import { listClaims, listRows } from "@/lib/public/claims/list";
import { type Resolved, resolveFilter } from "@/lib/public/claims/where";
import type { FoundInRow, PublicClaim, ShownClaim } from "@/lib/public/projection/document";
import { ranks } from "@/lib/public/search/conditions";
import { foundInRows } from "@/lib/public/search/snippets";
import type { Correction } from "@/lib/public/search/terms";
import { readFacetView, readTableQuery, type SearchParams } from "./table-query";

/** A page of the table with what a search found in each row; `found` is empty where nothing was searched for. */
type TablePage = Omit<Page<ShownClaim>, "search"> & {
  found: FoundInRow[];
  foundSimilar: FoundInRow[];
  /** The words that no claim has, and which words of claims were taken for them. */
  corrections: Correction[];
  /** Whether the rows can be put in the order of relevance. */
  isRanked: boolean;
};

/** Why a table has no rows: its search only leaves words out, or takes too long. */
type TableProblem = "only_excludes" | "too_slow";

/**
 * Reads all that the table shows for the parameters of its address, in the words of a locale. A search that cannot be run is
 * a `problem` to be shown, with the filters beside it.
 */
export async function readClaimTable(locale: LocaleId, params: SearchParams) {
  const { query: asked, ...typed } = readTableQuery(params);
  const view = readFacetView(params);
  const filter = await resolveFilter(asked);
  const query = { ...asked, publisher: filter.publisher };
  const page = await readPage(filter, locale).catch(problemOf);
  if (typeof page === "string") {
    const facets = await listFacets(filter, null, view);
    return { query, view, ...typed, page: emptyPage, facets, problem: page };
  }
  return { query, view, ...typed, page, facets: await listFacets(filter, page, view), problem: null };
}

/** The problem that a page could not be read for; everything else is thrown again. */
function problemOf(error: unknown): TableProblem {
  const reason = error instanceof AppError ? error.reason : null;
  if (reason === "only_excludes" || reason === "too_slow") return reason;
  throw error;
}

const emptyPage: TablePage = {
  rows: [],
  total: 0,
  exact: true,
  next: null,
  previous: null,
  similar: [],
  found: [],
  foundSimilar: [],
  corrections: [],
  isRanked: false,
};

/** The page asked for; the first one where the cursor is none (cut off in a mail, say) or leads past the end by now. */
async function readPage(filter: Resolved<ClaimQuery>, locale: LocaleId): Promise<TablePage> {
  if (filter.search === null) {
    const { search, ...page } = await pageOrFirst(filter, locale, listRows);
    return { ...emptyPage, ...page };
  }
  // What a search found may stand where no row shows it.
  const { search, rows, similar, ...page } = await pageOrFirst(filter, locale, listClaims);
  const foundIn = (claims: PublicClaim[]) => (search ? foundInRows(search, claims, locale) : []);
  return {
    ...page,
    rows: rows.map(shownOf),
    similar: similar.map(shownOf),
    found: foundIn(rows),
    foundSimilar: foundIn(similar),
    corrections: search?.corrections ?? [],
    isRanked: search !== null && ranks(search),
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
