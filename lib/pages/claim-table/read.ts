import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import type { ClaimQuery } from "@/lib/public/filters";
import { type FoundInRow, foundInRows } from "@/lib/public/found-in-rows";
import { type ClaimPage, listClaims } from "@/lib/public/queries";

/** A page of the table with what a search found in each row; `found` is empty where nothing was searched for. */
export type TablePage = ClaimPage & { found: FoundInRow[] };

/** The page asked for; the first one where the cursor is none (cut off in a mail, say) or leads past the end by now. */
export async function readTablePage(query: ClaimQuery, locale: LocaleId): Promise<TablePage> {
  const page = await pageOrFirst(query, locale);
  const found = query.q && page.search ? foundInRows(query.q, page.search, page.rows, locale) : [];
  return { ...page, found };
}

async function pageOrFirst(query: ClaimQuery, locale: LocaleId): Promise<ClaimPage> {
  const first = { ...query, after: undefined, before: undefined };
  if (!query.after && !query.before) return listClaims(first, locale);
  const page = await listClaims(query, locale).catch((error) => {
    if (error instanceof AppError && error.code === "invalid") return null;
    throw error;
  });
  return page && page.rows.length > 0 ? page : listClaims(first, locale);
}
