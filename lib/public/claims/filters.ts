import { z } from "zod";
import type { Localized } from "@/lib/i18n/localized";
import { type Status, statusSchema } from "@/lib/record/vocabulary";
import { filterDate, filterLanguage } from "@/lib/text/filter-fields";
import { withoutStrayEnds } from "@/lib/text/web-address";

/** The orders of the claim table by a column; a leading `-` turns one round. */
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
/** `relevance` is the order of what a search finds, best first; without one it is that of the last change. */
export type Sort = SortKey | `-${SortKey}` | "relevance";

// PostgreSQL keeps no U+0000, so nothing can have one.
const cleaned = (text: string) => text.replaceAll("\0", "").trim();

const MOST_VALUES = 1000;

/** The values of a parameter that stands several times: `status=false&status=disputed`. */
function listOf<T extends z.ZodType<string, string>>(item: T, partsOf = (value: string) => [value]) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().flatMap(partsOf).map(cleaned))])
    .transform((items) => items.filter(Boolean))
    .pipe(z.array(item).max(MOST_VALUES, `At most ${MOST_VALUES} values.`));
}

/** Addresses from before parameters were repeated have several values in one: `status=false,disputed`. */
const partsAtCommas = (value: string) => value.split(",").map((part) => part.trim());

/** A key in an address that was copied: in NFC, as all keys are, and without invisible characters at its ends. */
const copiedKey = (key: string) => withoutStrayEnds(key.normalize("NFC"));
const keysAtCommas = (value: string) => partsAtCommas(value).map(copiedKey);

const one = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => cleaned(text ?? "") || undefined);

const day = one.pipe(filterDate.optional());

/** So much of a message is searched for, in UTF-16 units. */
export const MOST_TYPED = 5000;

/** What the table, the API and the exports filter by. `from` and `to` bound the day of the last update. */
export const claimFilterSchema = z.object({
  q: one.pipe(z.string().max(MOST_TYPED, "At most 5,000 characters.").optional()),
  status: listOf(statusSchema, partsAtCommas),
  topic: listOf(z.string(), keysAtCommas),
  // A name may have a comma: `publishersOf` in lib/public/claims/names.ts.
  publisher: listOf(z.string()),
  claimant: listOf(z.string(), keysAtCommas),
  article: one.transform((slug) => slug && copiedKey(slug)),
  language: one.pipe(filterLanguage.optional()),
  from: day,
  to: day,
});
export type ClaimFilter = z.infer<typeof claimFilterSchema>;

const sortSchema = one.pipe(
  z
    .enum(["relevance", ...sortKeys, ...sortKeys.map((key) => `-${key}` as const)], {
      error: `Sort by relevance or by one of ${sortKeys.join(", ")}, these with a leading - to turn the order round.`,
    })
    .optional(),
);

const limitSchema = one
  .transform((text) => text ?? "50")
  .pipe(
    z.coerce
      .number<string>({ error: "Give a whole number from 1 to 200." })
      .int("Give a whole number from 1 to 200.")
      .min(1, "Give a whole number from 1 to 200.")
      .max(200, "Give a whole number from 1 to 200."),
  );

/** A page of the table: the filters, an order, and a cursor from the page before (`after`) or behind (`before`). */
export const claimQueryFields = claimFilterSchema.extend({
  sort: sortSchema,
  limit: limitSchema,
  after: one,
  before: one,
});

/** Puts in the usual order where none is asked for. */
export function withSort<Query extends Pick<ClaimFilter, "q"> & { sort?: Sort }>(query: Query) {
  return { ...query, sort: query.sort ?? usualSort(query) };
}

/** {@link claimQueryFields} with an order. */
export const claimQuerySchema = claimQueryFields.transform(withSort);
export type ClaimQuery = z.infer<typeof claimQuerySchema>;
/** The order where none is asked for. */
export function usualSort({ q }: Pick<ClaimFilter, "q">): Sort {
  return q === undefined ? "-updated" : "relevance";
}

/** The facets that may have more values than anybody reads: these are looked for by name. */
export const longFacets = ["topic", "claimant", "publisher"] as const;
export type LongFacet = (typeof longFacets)[number];

/** The parameter with what is looked for among a facet's values. */
export function findName(facet: LongFacet): string {
  return `find-${facet}`;
}

/** In characters, of a name that is looked for among a facet's values. */
export const MOST_FOUND_BY = 100;

/**
 * What a filter offers: its values with how many claims each has under the other filters; null where these leave more
 * claims than are counted.
 */
export type Offered<Value = string> = { value: Value; count: number | null };
export type OfferedName = Offered & { names: Localized };
export type Facets = {
  status: Offered<Status>[];
  topic: OfferedName[];
  claimant: OfferedName[];
  publisher: Offered[];
  /** The facets that have more values than are offered. */
  more: LongFacet[];
};

/** What a reader wants to see of the filters: one of them at length, or the values with these words in their names. */
export type FacetView = { more?: LongFacet; find?: Partial<Record<LongFacet, string>> };
