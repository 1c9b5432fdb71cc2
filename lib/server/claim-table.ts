import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import type { Page } from "@/lib/public/claims/cursor";
import { listFacets } from "@/lib/public/claims/facets";
import type { ClaimQuery } from "@/lib/public/claims/filters";
import { listClaims, listRows } from "@/lib/public/claims/list";
import { type ResolvedFilter, resolveFilter } from "@/lib/public/claims/where";
import type {
  ClaimSummary,
  PublicClaim,
  RowMatches,
  SpellingCorrection,
} from "@/lib/public/projection/document";
import { hasRankableWords } from "@/lib/public/search/conditions";
import { findRowMatches } from "@/lib/public/search/snippets";
import { parseTableQuery, readFacetView, type SearchParams } from "./table-query";

/** A page of the table with the search matches of each row; `matches` is empty without a search. */
type TablePage = Omit<Page<ClaimSummary>, "search"> & {
  matches: RowMatches[];
  similarMatches: RowMatches[];
  /** The typed words that no claim contains, with the indexed words searched for instead. */
  corrections: SpellingCorrection[];
  /** Whether the rows can be sorted by relevance. */
  isRanked: boolean;
};

/** Why a table has no rows: its search has exclusions only, or timed out. */
type TableProblem = "only_excludes" | "too_slow";

/**
 * Reads everything that the claim table shows for the query parameters of its URL, in a locale. A search that cannot run
 * is returned as `problem`, with the facets, instead of thrown.
 */
export async function readClaimTable(locale: LocaleId, params: SearchParams) {
  const { query: parsed, ...input } = parseTableQuery(params);
  const view = readFacetView(params);
  const filter = await resolveFilter(parsed);
  const query = { ...parsed, publisher: filter.publisher };
  const page = await readPage(filter, locale).catch(problemOf);
  if (typeof page === "string") {
    const facets = await listFacets(filter, null, view);
    return { query, view, ...input, page: emptyPage, facets, problem: page };
  }
  return { query, view, ...input, page, facets: await listFacets(filter, page, view), problem: null };
}

/** The problem that an error stands for; rethrows every other error. */
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
  matches: [],
  similarMatches: [],
  corrections: [],
  isRanked: false,
};

/** The requested page; the first one if the cursor is invalid (truncated in a mail, say) or now points past the end. */
async function readPage(filter: ResolvedFilter<ClaimQuery>, locale: LocaleId): Promise<TablePage> {
  if (filter.search === null) {
    const { search, ...page } = await pageOrFirst(filter, locale, listRows);
    return { ...emptyPage, ...page };
  }
  // A match may be in a field that no row shows, so the search needs the full claims.
  const { search, rows, similar, ...page } = await pageOrFirst(filter, locale, listClaims);
  const matchesIn = (claims: PublicClaim[]) => (search ? findRowMatches(search, claims, locale) : []);
  return {
    ...page,
    rows: rows.map(toSummary),
    similar: similar.map(toSummary),
    matches: matchesIn(rows),
    similarMatches: matchesIn(similar),
    corrections: search?.corrections ?? [],
    isRanked: search !== null && hasRankableWords(search),
  };
}

function toSummary(claim: PublicClaim): ClaimSummary {
  return { ...claim, evidenceCount: claim.evidence.length };
}

type List<Row> = (filter: ResolvedFilter<ClaimQuery>, locale: LocaleId) => Promise<Page<Row>>;

async function pageOrFirst<Row>(
  filter: ResolvedFilter<ClaimQuery>,
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
