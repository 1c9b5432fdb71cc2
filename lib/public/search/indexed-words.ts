import { query } from "@/lib/platform/db/query";
import { limitTo, type Sql, sql } from "@/lib/platform/db/sql";

/** A folded text to look up; `isPrefix` if its last word may be incomplete. */
export type LookupText = { text: string; isPrefix: boolean };

/** A word of the public claims, and the number of claims that have it. */
export type IndexedWord = { word: string; claims: number };

/**
 * A token of a looked-up text, split as the text search parser splits it, and the indexed words that it may
 * match.
 */
export type Token = {
  word: string;
  /** The forms of the word. */
  forms: IndexedWord[];
  /** Words that begin with it; none unless the text is a prefix. */
  completions: IndexedWord[];
};

/** The most forms and the most completions of a word; the most frequent first. */
const MAX_FORMS = 30;
const NO_LETTER = /^[0-9.,+-]+$/;

/** Returns the indexed words that meet a condition, as a JSON array. */
const wordsWhere = (condition: Sql) =>
  sql`ARRAY(SELECT json_build_object('word', word, 'claims', claims) FROM search_word
    WHERE ${condition} ORDER BY claims DESC, word ${limitTo(MAX_FORMS)})`;
const startingWith = (start: Sql) => sql`word >= ${start} AND word < ${start} || U&'\\+10FFFF'`;
const ifArabic = (words: Sql) => sql`CASE WHEN token.lexeme ~ '[^ -~]' THEN ${words} END`;

/** Returns the condition that some claim's folded and cut text in either language equals this. */
const claimEquals = (typed: string) =>
  sql`(EXISTS (SELECT FROM public_claim WHERE claim_en = ${typed}::text)
    OR EXISTS (SELECT FROM public_claim WHERE claim_ar = ${typed}::text))`;

/** Whether some claim begins with this text, folded and cut by `orderText`. */
export async function isStartOfClaim(folded: string): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(sql`SELECT ${claimEquals(folded)} AS found`);
  return row?.found ?? false;
}

const lookUpSql = (texts: string[], arePrefixes: boolean[], start: string) =>
  sql`SELECT counted.*, found.* FROM (
    SELECT (SELECT count FROM public_count WHERE facet = 'all' AND value = ''), ${claimEquals(start)}
  ) AS counted ("totalClaims", "isExactClaim") LEFT JOIN (
  SELECT input.number::int - 1 AS index, position, token.lexeme AS word,
    ${wordsWhere(sql`stem = typed.stem`)} AS "sameStem",
    ${ifArabic(wordsWhere(sql`behind @> ARRAY[typed.stem] AND stem <> typed.stem`))} AS prefixed,
    ${ifArabic(wordsWhere(sql`stem = ANY (typed.behind) AND stem <> typed.stem`))} AS unprefixed,
    ${ifArabic(wordsWhere(sql`behind && typed.behind AND stem <> typed.stem`))} AS "otherPrefix",
    CASE WHEN input.is_prefix AND length(token.lexeme) >= 2
      THEN ${wordsWhere(startingWith(sql`token.lexeme`))} || ${ifArabic(wordsWhere(startingWith(sql`'ال' || token.lexeme`)))} END AS completions
  FROM unnest(${texts}::text[], ${arePrefixes}::bool[]) WITH ORDINALITY AS input (text, is_prefix, number),
    unnest(to_tsvector('pg_catalog.simple', input.text)) AS token, unnest(token.positions) AS position,
    LATERAL (SELECT search_stem(token.lexeme) AS stem, search_stems_behind(token.lexeme) AS behind OFFSET 0) AS typed
  ) AS found ON true ORDER BY found.index, found.position`;

/** A token of a text, if it has any, with the words of its stem and of Arabic prefixed forms. */
type Row = {
  index: number | null;
  word: string;
  sameStem: IndexedWord[];
  /** Words that are it with a prefixed conjunction or preposition, or only look so: كلام and لام. */
  prefixed: IndexedWord[] | null;
  /** Words that it is a prefixed form of, or only looks so. */
  unprefixed: IndexedWord[] | null;
  /** Words that are the same with another prefix, or only look so. */
  otherPrefix: IndexedWord[] | null;
  completions: IndexedWord[] | null;
  totalClaims: number | null;
  isExactClaim: boolean;
};

type LookupResult = { tokens: Token[][]; totalClaims: number; isExactClaim: boolean };

/**
 * Returns the tokens of each text in order, the number of public claims, and whether a claim begins with
 * `start`.
 */
export async function lookUpWords(texts: readonly LookupText[], start: string): Promise<LookupResult> {
  const statement = lookUpSql(
    texts.map(({ text }) => text),
    texts.map(({ isPrefix }) => isPrefix),
    start,
  );
  const rows = await query<Row>(statement);
  const tokens = texts.map((_, index) => rows.filter((row) => row.index === index).map(tokenOf));
  return { tokens, totalClaims: rows[0]?.totalClaims ?? 0, isExactClaim: rows[0]?.isExactClaim ?? false };
}

function tokenOf({ word, sameStem, prefixed, unprefixed, otherPrefix, completions }: Row): Token {
  // The index of words has no numbers: how many claims have one is unknown.
  if (NO_LETTER.test(word))
    return { word, forms: [{ word, claims: Number.POSITIVE_INFINITY }], completions: [] };
  const bases = likelyBases(sameStem, unprefixed ?? []);
  const others = bases.length > 0 ? likelyPrefixed(bases, otherPrefix ?? []) : [];
  const forms = [...sameStem, ...likelyPrefixed(sameStem, prefixed ?? []), ...bases, ...others];
  return { word, forms, completions: completions ?? [] };
}

/**
 * Returns the words that are likely prefixed forms: one that more claims have is likely a word of its own.
 */
function likelyPrefixed(base: IndexedWord[], prefixed: IndexedWord[]): IndexedWord[] {
  const max = base.length > 0 ? claimsOf(base) : Number.POSITIVE_INFINITY;
  return prefixed.filter(({ claims }) => claims <= max);
}

/** Returns the words without the prefix, if it likely is one: at least as many claims have them. */
function likelyBases(sameStem: IndexedWord[], unprefixed: IndexedWord[]): IndexedWord[] {
  return claimsOf(unprefixed) >= claimsOf(sameStem) ? unprefixed : [];
}

function claimsOf(words: IndexedWord[]): number {
  return words.reduce((sum, { claims }) => sum + claims, 0);
}

/**
 * Returns the indexed words that an unknown word may be a typo of, the nearest first; see the SQL function.
 */
export async function findSimilarWords(word: string): Promise<IndexedWord[]> {
  return query<IndexedWord>(sql`SELECT word, claims FROM search_close_words(${word})`);
}
