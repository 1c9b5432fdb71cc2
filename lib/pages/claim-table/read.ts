import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import type { ClaimQuery } from "@/lib/public/filters";
import { type FoundInRow, foundInRows } from "@/lib/public/found-in-rows";
import { listClaims, listRows, type Page } from "@/lib/public/queries";
import type { PublicClaim, ShownClaim } from "@/lib/public/schema";

/** A page of the table with what a search found in each row; `found` is empty where nothing was searched for. */
export type TablePage = Page<ShownClaim> & { found: FoundInRow[]; foundSimilar: FoundInRow[] };

/** The page asked for; the first one where the cursor is none (cut off in a mail, say) or leads past the end by now. */
export async function readTablePage(query: ClaimQuery, locale: LocaleId): Promise<TablePage> {
  const { q } = query;
  if (q === undefined)
    return { ...(await pageOrFirst(query, locale, listRows)), found: [], foundSimilar: [] };
  // What a search found may stand where no row shows it.
  const page = await pageOrFirst(query, locale, listClaims);
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

type List<Row> = (query: ClaimQuery, locale: LocaleId) => Promise<Page<Row>>;

async function pageOrFirst<Row>(query: ClaimQuery, locale: LocaleId, list: List<Row>): Promise<Page<Row>> {
  const first = { ...query, after: undefined, before: undefined };
  if (!query.after && !query.before) return list(first, locale);
  const page = await list(query, locale).catch((error) => {
    if (error instanceof AppError && error.code === "invalid") return null;
    throw error;
  });
  return page && (page.rows.length > 0 || page.lookedThrough) ? page : list(first, locale);
}
