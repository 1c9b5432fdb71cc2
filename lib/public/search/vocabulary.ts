import { query } from "@/lib/platform/db/query";
import { limitTo, type Sql, sql } from "@/lib/platform/db/sql";

/** A folded text to look up; `begun` says that its end may not be typed yet. */
export type Asked = { text: string; begun: boolean };

/** A word of the public claims, and how many of them have it. */
export type KnownWord = { word: string; claims: number };

/** One word of an asked text, as the claims' words are cut, and what of the claims' words it may mean. */
export type Token = {
  word: string;
  /** The same word in all its forms. */
  forms: KnownWord[];
  /** The words that begin with it; none where the text is not begun only. */
  beginnings: KnownWord[];
};

/** Of how many words one typed word may be a form or the beginning; those in most claims are taken. */
const MOST = 30;
const NO_LETTER = /^[0-9.,+-]+$/;

/** The listed words that fulfil a condition, as a JSON array. */
const known = (condition: Sql) =>
  sql`ARRAY(SELECT json_build_object('word', word, 'claims', claims) FROM search_word
    WHERE ${condition} ORDER BY claims DESC, word ${limitTo(MOST)})`;
const startingWith = (start: Sql) => sql`word >= ${start} AND word < ${start} || U&'\\+10FFFF'`;
const ifArabic = (words: Sql) => sql`CASE WHEN token.lexeme ~ '[^ -~]' THEN ${words} END`;

/** Whether a claim's text in one of the two languages begins as it is typed there, as SQL. */
const isClaim = (typed: string) =>
  sql`(EXISTS (SELECT FROM public_claim WHERE claim_en = ${typed}::text)
    OR EXISTS (SELECT FROM public_claim WHERE claim_ar = ${typed}::text))`;

/** Whether the folded beginning of some claim's text is this. */
export async function isBeginning(folded: string): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(sql`SELECT ${isClaim(folded)} AS found`);
  return row?.found ?? false;
}

const lookUpSql = (texts: string[], begun: boolean[], equal: string) =>
  sql`SELECT counted.*, found.* FROM (
    SELECT (SELECT count FROM public_count WHERE facet = 'all' AND value = ''), ${isClaim(equal)}
  ) AS counted ("all", equal) LEFT JOIN (
  SELECT asked.place::int - 1 AS place, position, token.lexeme AS word,
    ${known(sql`stem = meant.stem`)} AS own,
    ${ifArabic(known(sql`behind @> ARRAY[meant.stem] AND stem <> meant.stem`))} AS joined,
    ${ifArabic(known(sql`stem = ANY (meant.behind) AND stem <> meant.stem`))} AS bare,
    ${ifArabic(known(sql`behind && meant.behind AND stem <> meant.stem`))} AS beside,
    CASE WHEN asked.begun AND length(token.lexeme) >= 2
      THEN ${known(startingWith(sql`token.lexeme`))} || ${ifArabic(known(startingWith(sql`'ال' || token.lexeme`)))} END AS beginnings
  FROM unnest(${texts}::text[], ${begun}::bool[]) WITH ORDINALITY AS asked (text, begun, place),
    unnest(to_tsvector('pg_catalog.simple', asked.text)) AS token, unnest(token.positions) AS position,
    LATERAL (SELECT search_stem(token.lexeme) AS stem, search_stems_behind(token.lexeme) AS behind OFFSET 0) AS meant
  ) AS found ON true ORDER BY found.place, found.position`;

/** A word of an asked text, if there is any, with the words of its stem and those of Arabic that may have it. */
type Row = {
  place: number | null;
  word: string;
  own: KnownWord[];
  /** Words that are it with a conjunction or preposition before it, or else words of their own: كلام and لام. */
  joined: KnownWord[] | null;
  /** Words that it is with one before them, or else others. */
  bare: KnownWord[] | null;
  /** Words that are the same with another before them, or else others. */
  beside: KnownWord[] | null;
  beginnings: KnownWord[] | null;
  all: number | null;
  equal: boolean;
};

type LookedUp = { tokens: Token[][]; claims: number; equal: boolean };

/** The words of each text, in its order, how many claims there are, and whether one begins as `equal` does. */
export async function lookUp(asked: readonly Asked[], equal: string): Promise<LookedUp> {
  const [texts, begun] = [asked.map(({ text }) => text), asked.map(({ begun }) => begun)];
  const rows = await query<Row>(lookUpSql(texts, begun, equal));
  const tokens = asked.map((_, place) => rows.filter((row) => row.place === place).map(tokenOf));
  return { tokens, claims: rows[0]?.all ?? 0, equal: rows[0]?.equal ?? false };
}

function tokenOf({ word, own, joined, bare, beside, beginnings }: Row): Token {
  // Numbers are not in the list of words; how many claims have one is not known.
  if (NO_LETTER.test(word))
    return { word, forms: [{ word, claims: Number.POSITIVE_INFINITY }], beginnings: [] };
  const behind = behindIn(own, bare ?? []);
  const others = behind.length > 0 ? joinedTo(behind, beside ?? []) : [];
  const forms = [...own, ...joinedTo(own, joined ?? []), ...behind, ...others];
  return { word, forms, beginnings: beginnings ?? [] };
}

/** Those of the words that begin with a conjunction or preposition: one that more claims have is likely a word of its own. */
function joinedTo(own: KnownWord[], joined: KnownWord[]): KnownWord[] {
  const most = own.length > 0 ? claimsOf(own) : Number.POSITIVE_INFINITY;
  return joined.filter(({ claims }) => claims <= most);
}

/** The words behind its first letters, where these are likely a conjunction or preposition: as many claims have them. */
function behindIn(own: KnownWord[], bare: KnownWord[]): KnownWord[] {
  return claimsOf(bare) >= claimsOf(own) ? bare : [];
}

function claimsOf(words: KnownWord[]): number {
  return words.reduce((sum, { claims }) => sum + claims, 0);
}

/** The words of the claims that one which none of them has was meant to be, the nearest first; see the SQL function. */
export async function closeWords(word: string): Promise<KnownWord[]> {
  return query<KnownWord>(sql`SELECT word, claims FROM search_close_words(${word})`);
}
