import { type Folded, fold } from "@/lib/text/fold";
import { compoundsOf } from "./compounds";

/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** Letters other than Latin ones, which are separated from digits and Latin letters: 400متر, ب500, الGPT. */
const OTHER = String.raw`[^\P{L}\p{Script=Latin}]`;
const PLAIN = String.raw`[\p{Script=Latin}0-9]`;
/** A sign before a number: ب٪١٥, ب$500. */
const SIGNED = "[%$€£¥₽₹][0-9]";
/** The plural s after a digit: F-16s, 1990s. */
const PLURAL = String.raw`(?<=[0-9])(?=s(?![\p{L}\p{N}]))`;
const SCRIPT_BOUNDARY = new RegExp(
  `(?<=${OTHER})(?=${PLAIN}|${SIGNED})|(?<=${PLAIN})(?=${OTHER})|${PLURAL}`,
  "gu",
);
/** The boundary between a digit and a Latin letter, as in 5g, h800 and covid19. */
export const LETTER_DIGIT_BOUNDARY = /(?<=[0-9])(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=[0-9])/gu;

/**
 * Returns a folded text with a space where non-Latin letters touch digits or Latin letters, and before the
 * plural s after a digit.
 */
export function separateScripts(folded: string): string {
  return folded.replace(SCRIPT_BOUNDARY, " ");
}

/** {@link separateScripts} for a text with its map to the original. */
export function separateScriptsWithMap({ folded, map }: Folded): Folded {
  const split: Folded = { folded: "", map: [] };
  let from = 0;
  for (const { index } of folded.matchAll(SCRIPT_BOUNDARY)) {
    split.folded += `${folded.slice(from, index)} `;
    split.map.push(...map.slice(from, index), map[index] as number);
    from = index;
  }
  if (from === 0) return { folded, map };
  return { folded: split.folded + folded.slice(from), map: [...split.map, ...map.slice(from)] };
}

/** Returns a folded text with scripts separated, and each character of scripts without spaces as a word. */
export function separateWords(folded: string): string {
  return separateScripts(folded).replace(UNSPACED, " $& ").replace(/ {2,}/g, " ").trim();
}

/** Returns the parts of a word of Latin letters and digits (`gpt 4` for gpt4); null for any other word. */
export function splitLettersAndDigits(word: string): string | null {
  const parts = word.replace(LETTER_DIGIT_BOUNDARY, " ");
  return parts === word ? null : parts;
}

/**
 * Returns the text to index: folded, with its words separated ({@link separateWords}), followed by the parts
 * of words of letters and digits, so that "gpt 4" matches GPT4, and by the other forms of compounds.
 */
export function buildSearchText(written: string): string {
  const text = separateWords(fold(written));
  const words = new Set(text.split(" "));
  const parts = [...words].flatMap((word) => splitLettersAndDigits(word) ?? []);
  const others = compoundsOf(written).map(({ joined, split }) => (words.has(joined) ? split : joined));
  return [text, ...new Set([...parts, ...others])].join(" ");
}
