import { fold } from "@/lib/text/fold";
import { nameKeys } from "@/lib/text/name-key";
import { isTypoOf } from "@/lib/text/typo";

/** Stop words, folded: prepositions, articles, titles. */
const STOP_WORDS = new Set(
  fold(
    "a an and at by for from in of on the to de la dr mr mrs ms prof sir في من على عن إلى و د دكتور دكتورة سيد سيدة أستاذ شيخ",
  ).split(" "),
);
/** The Arabic article, also after the prefixes و ف ب ك, and لل. */
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{2})/u;
/** The minimum length of a word that can be a prefix of another one: Arabic roots are short. */
const minPrefixLength = (word: string) => (/\p{Script=Arabic}/u.test(word) ? 3 : 4);

/**
 * How a known name matches a typed one, best first: equal; the same keywords; it begins with the typed name;
 * it has all typed keywords; all of its keywords were typed and are at least half of them.
 */
const ranks = ["same", "words", "begins", "has_all", "is_in"] as const;

/**
 * The similarity of two names as a sort key: rank, difference of the words, difference in the number of
 * words.
 */
export type NameSimilarity = [rank: number, difference: number, more: number];

type Name = { keys: string[]; folded: string; words: string[] };

/** Prepares a name for {@link nameSimilarity}. */
export function prepareName(name: string): Name {
  const folded = fold(name);
  return { keys: nameKeys(name), folded, words: keywordsOf(folded) };
}

/** The words of a folded name without stop words; all words, if all are stop words. */
function keywordsOf(folded: string): string[] {
  const words = folded.split(" ").filter((word) => word !== "");
  const keywords = words.filter((word) => !STOP_WORDS.has(stripArticle(word)));
  return keywords.length > 0 ? keywords : words;
}

/** A folded word without the Arabic article. */
export function stripArticle(word: string): string {
  return word.replace(ARTICLE, "");
}

/** The similarity of a known name to a typed one; null if they do not match. */
export function nameSimilarity(typed: Name, known: Name): NameSimilarity | null {
  const more = Math.abs(typed.words.length - known.words.length);
  const at = (rank: (typeof ranks)[number], difference = 0): NameSimilarity => [
    ranks.indexOf(rank),
    difference,
    more,
  ];
  if (known.keys.some((key) => typed.keys.includes(key))) return at("same");
  const [both, own] = [wordsDifference(typed.words, known.words), wordsDifference(known.words, typed.words)];
  if (both !== null && own !== null) return at("words", both + own);
  if (`${known.folded} `.startsWith(typed.folded)) return at("begins");
  const all = wordsDifference(typed.words, known.words, 1);
  if (all !== null) return at("has_all", all);
  return own !== null && known.words.length * 2 >= typed.words.length ? at("is_in", own) : null;
}

/** Compares for sorting: negative if the first is more similar. */
export function compareSimilarity(a: NameSimilarity, b: NameSimilarity): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * The difference of `words` from `others`, 0 for the same words in any order; null if a word has no match. A
 * word matches if it is a prefix of at least `letters` letters (default: by script), has a typo, or is
 * written together with the next one.
 */
function wordsDifference(words: string[], others: string[], letters?: number): number | null {
  const targets = [...others, ...joined(others)];
  let difference = 0;
  for (let at = 0; at < words.length; at++) {
    const [word = "", next] = [words[at], words[at + 1]];
    if (next !== undefined && others.includes(word + next)) {
      difference += 1;
      at += 1;
      continue;
    }
    const least = Math.min(...targets.map((target) => wordDifference(word, target, letters)));
    if (least === Number.POSITIVE_INFINITY) return null;
    difference += least;
  }
  return difference;
}

const joined = (words: string[]) => words.slice(1).map((word, index) => `${words[index]}${word}`);

function wordDifference(word: string, other: string, letters?: number): number {
  const [a, b] = [stripArticle(word), stripArticle(other)];
  if (a === b) return 0;
  if (/^\d/.test(a)) return Number.POSITIVE_INFINITY;
  if (isPrefix(a, b, letters) || isPrefix(b, a)) return 1;
  return isTypoOf(a, b) ? 2 : Number.POSITIVE_INFINITY;
}

function isPrefix(start: string, word: string, letters = minPrefixLength(start)): boolean {
  return start.length >= letters && word.startsWith(start);
}
