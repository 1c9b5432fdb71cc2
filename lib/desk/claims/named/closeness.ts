import { fold } from "@/lib/text/fold";
import { nameKeys } from "@/lib/text/name-key";
import { isSlipOf } from "@/lib/text/slip";

/** Words that tell nobody from anybody, folded: of, the, forms of address. */
const LITTLE = new Set(
  fold(
    "a an and at by for from in of on the to de la dr mr mrs ms prof sir في من على عن إلى و د دكتور دكتورة سيد سيدة أستاذ شيخ",
  ).split(" "),
);
/** The Arabic article, also behind و ف ب ك, and لل. */
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{2})/u;
/** How many letters of a word make another one its beginning: Arabic roots are short. */
const shortestBeginning = (word: string) => (/\p{Script=Arabic}/u.test(word) ? 3 : 4);

/**
 * How a known name is like a typed one, best first: it looks the same; it has the same key words; it begins with what was
 * typed; it has all key words that were typed; all of its own were typed, and are at least half of these.
 */
const ranks = ["same", "words", "begins", "has_all", "is_in"] as const;

/** How close a known name is to a typed one: the rank, then how much its words differ, then how many more there are. */
export type Closeness = [rank: number, difference: number, more: number];

type Name = { keys: string[]; folded: string; words: string[] };

/** A name as {@link closeness} compares it. */
export function readName(name: string): Name {
  const folded = fold(name);
  return { keys: nameKeys(name), folded, words: keyWords(folded) };
}

/** The words of a folded name that tell it from others; all, where they are all little ones. */
function keyWords(folded: string): string[] {
  const words = folded.split(" ").filter((word) => word !== "");
  const telling = words.filter((word) => !LITTLE.has(bare(word)));
  return telling.length > 0 ? telling : words;
}

/** A folded word without the Arabic article. */
export function bare(word: string): string {
  return word.replace(ARTICLE, "");
}

/** How close a known name is to a typed one; null where it is like no part of it. */
export function closeness(typed: Name, known: Name): Closeness | null {
  const more = Math.abs(typed.words.length - known.words.length);
  const at = (rank: (typeof ranks)[number], difference = 0): Closeness => [
    ranks.indexOf(rank),
    difference,
    more,
  ];
  if (known.keys.some((key) => typed.keys.includes(key))) return at("same");
  const [both, own] = [covering(typed.words, known.words), covering(known.words, typed.words)];
  if (both !== null && own !== null) return at("words", both + own);
  if (`${known.folded} `.startsWith(typed.folded)) return at("begins");
  const all = covering(typed.words, known.words, 1);
  if (all !== null) return at("has_all", all);
  return own !== null && known.words.length * 2 >= typed.words.length ? at("is_in", own) : null;
}

/** Negative where the first is closer. */
export function compareCloseness(a: Closeness, b: Closeness): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * How much `words` differ from those of `others` that they are, 0 for the same words in any order; null where one is none
 * of them. A word may be the beginning of another one if it has `letters`, or as many as its script asks for; a slip may
 * be in it; and two may be written as one.
 */
function covering(words: string[], others: string[], letters?: number): number | null {
  const targets = [...others, ...joined(others)];
  let difference = 0;
  for (let at = 0; at < words.length; at++) {
    const [word = "", next] = [words[at], words[at + 1]];
    if (next !== undefined && others.includes(word + next)) {
      difference += 1;
      at += 1;
      continue;
    }
    const least = Math.min(...targets.map((target) => differenceOf(word, target, letters)));
    if (least === Number.POSITIVE_INFINITY) return null;
    difference += least;
  }
  return difference;
}

const joined = (words: string[]) => words.slice(1).map((word, index) => `${words[index]}${word}`);

function differenceOf(word: string, other: string, letters?: number): number {
  const [a, b] = [bare(word), bare(other)];
  if (a === b) return 0;
  if (/^\d/.test(a)) return Number.POSITIVE_INFINITY;
  if (isBeginning(a, b, letters) || isBeginning(b, a)) return 1;
  return isSlipOf(a, b) ? 2 : Number.POSITIVE_INFINITY;
}

function isBeginning(start: string, word: string, letters = shortestBeginning(start)): boolean {
  return start.length >= letters && word.startsWith(start);
}
