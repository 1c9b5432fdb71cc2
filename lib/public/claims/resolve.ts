import { query } from "@/lib/db/query";
import { sql } from "@/lib/db/sql";
import { resolveSearch } from "../search/resolve";
import { type ClaimFilter, partsAtCommas } from "./filters";
import type { Resolved } from "./where";

/** Looks up the words and publishers of a filter, once a request. */
export async function resolveFilter<Filter extends ClaimFilter>({
  q,
  ...filter
}: Filter): Promise<Resolved<Filter>> {
  const [search, publisher] = await Promise.all([
    q === undefined ? null : resolveSearch(q),
    publishersOf(filter),
  ]);
  return { ...filter, publisher, search };
}

/**
 * The publishers of an address one by one. An old address may have several in one parameter, with commas between them;
 * a name may have a comma too ("Smith, John"). What no publisher of a public claim is called is taken apart.
 */
async function publishersOf({ publisher }: Pick<ClaimFilter, "publisher">): Promise<string[]> {
  const doubtful = publisher.filter((value) => value.includes(","));
  if (doubtful.length === 0) return publisher;
  const rows = await query<{ value: string }>(
    sql`SELECT value FROM public_count WHERE facet = 'publisher' AND value = ANY (${doubtful}::text[])`,
  );
  const known = new Set(rows.map(({ value }) => value));
  const single = publisher.flatMap((value) => (known.has(value) ? [value] : partsAtCommas(value)));
  return [...new Set(single)].filter(Boolean);
}
