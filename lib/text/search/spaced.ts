import { type Folded, fold } from "@/lib/text/fold";
import { compoundsOf } from "./compounds";

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** Where letters that are not Latin meet digits or Latin letters: 400متر, ب500, الGPT. */
const OTHER = String.raw`[^\P{L}\p{Script=Latin}]`;
const PLAIN = String.raw`[\p{Script=Latin}0-9]`;
/** A sign before a number: ب٪١٥, ب$500. */
const SIGNED = "[%$€£¥₽₹][0-9]";
/** The plural of a number or of a name that ends in one: F-16s, 1990s. */
const PLURAL = String.raw`(?<=[0-9])(?=s(?![\p{L}\p{N}]))`;
const BORDER = new RegExp(`(?<=${OTHER})(?=${PLAIN}|${SIGNED})|(?<=${PLAIN})(?=${OTHER})|${PLURAL}`, "gu");
/** Where a digit and a Latin letter meet, as in 5g, h800 and covid19. */
export const INNER_BORDER = /(?<=[0-9])(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=[0-9])/gu;

/**
 * A folded text with a space where letters of another script than Latin touch digits or Latin letters, and before the s
 * of a plural behind a digit.
 */
export function splitScripts(folded: string): string {
  return folded.replace(BORDER, " ");
}

/** {@link splitScripts} of a text whose way back is known. */
export function splitScriptsWithMap({ folded, map }: Folded): Folded {
  const split: Folded = { folded: "", map: [] };
  let from = 0;
  for (const { index } of folded.matchAll(BORDER)) {
    split.folded += `${folded.slice(from, index)} `;
    split.map.push(...map.slice(from, index), map[index] as number);
    from = index;
  }
  if (from === 0) return { folded, map };
  return { folded: split.folded + folded.slice(from), map: [...split.map, ...map.slice(from)] };
}

/** A folded text with every character of scripts that know no spaces as a word of its own, so that parts are found. */
export function spaced(folded: string): string {
  return splitScripts(folded).replace(UNSPACED, " $& ").replace(/ {2,}/g, " ").trim();
}

/** The parts of a word of Latin letters and digits (`gpt 4` of gpt4); null for any other word. */
export function mixedParts(word: string): string | null {
  const parts = word.replace(INNER_BORDER, " ");
  return parts === word ? null : parts;
}

/**
 * A text as it is indexed: folded and {@link spaced}, and behind it the parts of words of letters and digits, so that GPT4
 * is found by "gpt 4" as GPT-4 is, and compounds in their other form.
 */
export function indexedText(written: string): string {
  const text = spaced(fold(written));
  const words = new Set(text.split(" "));
  const parts = [...words].flatMap((word) => mixedParts(word) ?? []);
  const others = compoundsOf(written).map(({ joined, apart }) => (words.has(joined) ? apart : joined));
  return [text, ...new Set([...parts, ...others])].join(" ");
}
