import { prepared } from "@/lib/db/prepared";
import { type ClaimFilter, partsAtCommas } from "./filters";

/**
 * The publishers of an address one by one. An old address may have several in one parameter, with commas between them;
 * a name may have a comma too ("Smith, John"). What no publisher of a public claim is called is taken apart.
 */
export async function publishersOf({ publisher }: Pick<ClaimFilter, "publisher">): Promise<string[]> {
  const doubtful = publisher.filter((value) => value.includes(","));
  if (doubtful.length === 0) return publisher;
  const rows = await prepared<{ value: string }>(
    `SELECT value FROM public_count
     WHERE facet = 'publisher' AND within = '' AND within_value = '' AND count > 0 AND value = ANY ($1::text[])`,
    [doubtful],
  );
  const known = new Set(rows.map(({ value }) => value));
  const single = publisher.flatMap((value) => (known.has(value) ? [value] : partsAtCommas(value)));
  return [...new Set(single)].filter(Boolean);
}
