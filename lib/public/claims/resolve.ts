import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { resolveSearch } from "../search/resolve";
import type { ClaimFilter } from "./filters";
import type { Resolved } from "./where";

/** In so many parts of all values together, names with commas are looked for: an old address has no more. */
const MOST_PARTS = 30;

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
 * a name may have a comma too ("Smith, John"). What no publisher of a public claim is called is taken apart, into the
 * longest names that are known.
 */
async function publishersOf({ publisher }: Pick<ClaimFilter, "publisher">): Promise<string[]> {
  const doubtful = publisher.filter((value) => value.includes(","));
  if (doubtful.length === 0) return publisher;
  const isOld = doubtful.join(",").split(",").length <= MOST_PARTS;
  const asked = [...new Set(isOld ? doubtful.flatMap((value) => [value, ...runsOf(value)]) : doubtful)];
  const rows = await query<{ value: string }>(
    sql`SELECT value FROM public_count WHERE facet = 'publisher' AND value = ANY (${asked}::text[])`,
  );
  const known = new Set(rows.map(({ value }) => value));
  return [...new Set(publisher.flatMap((value) => namesIn(value, known)))].filter(Boolean);
}

/** Parts of a value that stand one behind the other, with the commas between them. */
function runsOf(value: string): string[] {
  const parts = value.split(",");
  return parts.flatMap((_, from) =>
    parts.slice(from + 1).map((_, n) =>
      parts
        .slice(from, from + n + 2)
        .join(",")
        .trim(),
    ),
  );
}

function namesIn(value: string, known: ReadonlySet<string>): string[] {
  if (known.has(value) || !value.includes(",")) return [value];
  const parts = value.split(",");
  const first = (count: number) => parts.slice(0, count).join(",").trim();
  let count = parts.length - 1;
  while (count > 1 && !known.has(first(count))) count--;
  return [first(count), ...namesIn(parts.slice(count).join(",").trim(), known)];
}
