import { prepared } from "@/lib/db/prepared";
import type { ClaimFilter } from "./filters";

/** In so many parts at most, names with commas are looked for. */
const MOST_PARTS = 30;

/**
 * The publishers of an address one by one. An old address may have several in one parameter, with commas between them;
 * a name may have a comma too ("Smith, John"). What no publisher of a public claim is called is taken apart, into the
 * longest names that are known.
 */
export async function publishersOf({ publisher }: Pick<ClaimFilter, "publisher">): Promise<string[]> {
  const doubtful = publisher.filter((value) => value.includes(","));
  if (doubtful.length === 0) return publisher;
  const rows = await prepared<{ value: string }>(
    `SELECT value FROM public_count
     WHERE facet = 'publisher' AND within = '' AND within_value = '' AND count > 0 AND value = ANY ($1::text[])`,
    [[...new Set(doubtful.flatMap((value) => [value, ...runsOf(value)]))]],
  );
  const known = new Set(rows.map(({ value }) => value));
  return [...new Set(publisher.flatMap((value) => namesIn(value, known)))].filter(Boolean);
}

/** Parts of a value that stand one behind the other, with the commas between them. */
function runsOf(value: string): string[] {
  const parts = value.split(",");
  if (parts.length > MOST_PARTS) return [];
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
