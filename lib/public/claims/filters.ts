import { z } from "zod";
import type { Localized } from "@/lib/i18n/localized";
import { type Status, statusSchema } from "@/lib/record/vocabulary";
import { filterDate, filterLanguage } from "@/lib/text/filter-fields";
import { trimInvisible } from "@/lib/text/web-address";

/** The columns that the claim table can be sorted by. */
export const sortKeys = [
  "updated",
  "published",
  "claim",
  "claimant",
  "publisher",
  "rating",
  "evidence",
] as const;
export type SortKey = (typeof sortKeys)[number];
/**
 * A sort order; a leading `-` is descending. `relevance`: best match first; without a search, newest change
 * first.
 */
export type Sort = SortKey | `-${SortKey}` | "relevance";

// PostgreSQL cannot store U+0000, so no value has one.
const clean = (text: string) => text.replaceAll("\0", "").trim();

const MAX_VALUES = 1000;

/** The values of a repeatable parameter: `status=false&status=disputed`. */
function listOf<T extends z.ZodType<string, string>>(item: T, partsOf = (value: string) => [value]) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().flatMap(partsOf).map(clean))])
    .transform((items) => items.filter(Boolean))
    .pipe(z.array(item).max(MAX_VALUES, `At most ${MAX_VALUES} values.`));
}

/** Splits several values in one parameter, as in old URLs: `status=false,disputed`. */
const splitAtCommas = (value: string) => value.split(",").map((part) => part.trim());

/** Returns a key from a copied URL in NFC, as all keys are, without invisible characters at its ends. */
const normalizeKey = (key: string) => trimInvisible(key.normalize("NFC"));
const splitKeysAtCommas = (value: string) => splitAtCommas(value).map(normalizeKey);

const single = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => clean(text ?? "") || undefined);

const day = single.pipe(filterDate.optional());

/** The longest search, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 5000;

/** The filters of the table, the API and the exports. `from` and `to` bound the day of the last update. */
export const claimFilterSchema = z.object({
  q: single.pipe(z.string().max(MAX_QUERY_LENGTH, "At most 5,000 characters.").optional()),
  status: listOf(statusSchema, splitAtCommas),
  topic: listOf(z.string(), splitKeysAtCommas),
  // A name may have a comma: `resolvePublishers` in lib/public/claims/public-names.ts.
  publisher: listOf(z.string()),
  claimant: listOf(z.string(), splitKeysAtCommas),
  article: single.transform((slug) => slug && normalizeKey(slug)),
  language: single.pipe(filterLanguage.optional()),
  from: day,
  to: day,
});
export type ClaimFilter = z.infer<typeof claimFilterSchema>;

const sortSchema = single.pipe(
  z
    .enum(["relevance", ...sortKeys, ...sortKeys.map((key) => `-${key}` as const)], {
      error: `Sort by relevance or by one of ${sortKeys.join(", ")}, with a leading - for descending order.`,
    })
    .optional(),
);

const limitSchema = single
  .transform((text) => text ?? "50")
  .pipe(
    z.coerce
      .number<string>({ error: "Give a whole number from 1 to 200." })
      .int("Give a whole number from 1 to 200.")
      .min(1, "Give a whole number from 1 to 200.")
      .max(200, "Give a whole number from 1 to 200."),
  );

/**
 * The parameters of a page: the filters, an optional sort order, and a cursor for the rows `after` or
 * `before` it.
 */
export const claimQueryFields = claimFilterSchema.extend({
  sort: sortSchema,
  limit: limitSchema,
  after: single,
  before: single,
});

/** Returns the query with the default sort order if it has none. */
export function withDefaultSort<Query extends Pick<ClaimFilter, "q"> & { sort?: Sort }>(query: Query) {
  return { ...query, sort: query.sort ?? defaultSort(query) };
}

/** {@link claimQueryFields} with a sort order. */
export const claimQuerySchema = claimQueryFields.transform(withDefaultSort);
export type ClaimQuery = z.infer<typeof claimQuerySchema>;

/** Returns the default sort order of a query. */
export function defaultSort({ q }: Pick<ClaimFilter, "q">): Sort {
  return q === undefined ? "-updated" : "relevance";
}

/** The facets with so many values that they have a search box. */
export const searchableFacets = ["topic", "claimant", "publisher"] as const;
export type SearchableFacet = (typeof searchableFacets)[number];

/** Returns the query parameter of the search box of a facet. */
export function facetSearchParam(facet: SearchableFacet): string {
  return `find-${facet}`;
}

/** The longest search for a value of a facet, in UTF-16 units. */
export const MAX_FACET_SEARCH = 100;

/**
 * A value of a facet and how many claims it has under the other filters; null if more claims match than are
 * counted.
 */
export type FacetValue<Value = string> = { value: Value; count: number | null };
/** A {@link FacetValue} with its public names. */
export type NamedFacetValue = FacetValue & { names: Localized };
/** The values of each facet that the filters offer. */
export type Facets = {
  status: FacetValue<Status>[];
  topic: NamedFacetValue[];
  claimant: NamedFacetValue[];
  publisher: FacetValue[];
  /** The facets with more values than are listed. */
  more: SearchableFacet[];
};

/**
 * How the filters are shown: `more` lists one facet at length, `find` searches the values of facets by name.
 */
export type FacetView = { more?: SearchableFacet; find?: Partial<Record<SearchableFacet, string>> };
