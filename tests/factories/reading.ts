import type { LocaleId } from "@/lib/i18n/locales";
import { countClaims } from "@/lib/public/claims/count";
import { listFacets } from "@/lib/public/claims/facets";
import type { ClaimFilter, ClaimQuery, FacetView } from "@/lib/public/claims/filters";
import { listClaims, listRows } from "@/lib/public/claims/list";
import { resolveFilter } from "@/lib/public/claims/where";

/** A page of claims for a query as it was asked, as a request reads it. */
export async function findClaims(query: ClaimQuery, locale?: LocaleId) {
  return listClaims(await resolveFilter(query), locale);
}

/** As {@link findClaims}, with what the table shows. */
export async function findRows(query: ClaimQuery, locale?: LocaleId) {
  return listRows(await resolveFilter(query), locale);
}

/** The facets that a filter offers, as a request reads them. */
export async function findFacets(asked: ClaimFilter, view?: FacetView) {
  const filter = await resolveFilter(asked);
  return listFacets(filter, await countClaims(filter), view);
}
