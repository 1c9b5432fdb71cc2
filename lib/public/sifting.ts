import { prepared } from "@/lib/db/prepared";
import { allQuery } from "@/lib/search/tsquery";
import { Parameters } from "./parameters";
import { CANDIDATES, RANKED, searchConditions } from "./search-sql";
import type { SearchTerm } from "./search-terms";

/** Whether an index tells only which claims may match: words in a row, and what is left out, are seen in each claim alone. */
export function isSeenInClaims(groups: SearchTerm[][]): boolean {
  return groups.flat().some((term) => term.excluded || isInARow(term));
}

/**
 * More claims than this cannot match, by all that indexes tell: all `claims` where something is only left out. Where words
 * must meet that are `likely` to be in more than CANDIDATES, they are counted up to so many. Infinity where that tells
 * nothing new.
 */
export async function possibleMatches(
  groups: SearchTerm[][],
  likely: number,
  claims: number,
): Promise<number> {
  const asked = groups.filter((group) => !group.some(({ excluded }) => excluded));
  if (asked.length === 0) return claims;
  const isCountedAlready = asked.length === 1 && !asked.flat().some(isInARow) && Number.isFinite(likely);
  if (likely <= CANDIDATES || isCountedAlready) return Number.POSITIVE_INFINITY;
  const parameters = new Parameters();
  const conditions = searchConditions({ groups: asked.map(wherever) }, parameters, "hidden");
  const [row] = await prepared<{ counted: number }>(
    `SELECT count(*)::int AS counted FROM (
      SELECT FROM public_claim AS c WHERE ${conditions.join(" AND ")} LIMIT ${CANDIDATES + 1}
    ) AS candidate`,
    parameters.values,
    "anew",
  );
  const counted = row?.counted ?? 0;
  return counted > CANDIDATES ? Number.POSITIVE_INFINITY : counted;
}

/** Whether no claim has one of each group of terms, as far as indexes tell. One group alone is known to match. */
export async function matchesNothing(groups: SearchTerm[][]): Promise<boolean> {
  const asked = groups.filter((group) => !group.some(({ excluded }) => excluded));
  if (asked.some((group) => group.every(({ wanted }) => wanted === null))) return true;
  if (asked.length < 2) return false;
  const parameters = new Parameters();
  const conditions = searchConditions({ groups: asked.map(wherever) }, parameters, "hidden");
  const [row] = await prepared<{ counted: number }>(
    `SELECT count(*)::int AS counted FROM (
      SELECT FROM public_claim AS c WHERE ${conditions.join(" AND ")} LIMIT ${RANKED}
    ) AS candidate`,
    parameters.values,
    "anew",
  );
  return row?.counted === 0;
}

function isInARow({ wanted }: SearchTerm): boolean {
  return wanted?.kind === "words" && wanted.sequence.length > 1;
}

/** A group whose words may stand anywhere in a claim. */
function wherever(group: SearchTerm[]): SearchTerm[] {
  return group.map(({ wanted, ...term }) => ({
    ...term,
    wanted: wanted?.kind === "words" ? { ...wanted, query: allQuery(wanted.sequence) } : wanted,
  }));
}
