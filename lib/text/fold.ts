import { foldCodePoint } from "./fold-code-point";

/** A folded text with a map from its UTF-16 units to the original. */
export type Folded = {
  folded: string;
  /**
   * `map[i]` is the UTF-16 index in the original of folded unit `i`; never decreasing. Has one more entry
   * than `folded.length`: the end of the original, without trailing white space.
   */
  map: number[];
};

/** What may compose with the code point before it in NFC: marks, and Hangul and Kirat Rai vowels. */
const JOINS = /[\p{M}\u1160-\u11FF\uD7B0-\uD7FF\u{16D63}-\u{16D6A}]/u;
const DIGIT = /^[0-9]$/;

// There are no marks before U+0300, so most letters skip the regex.
function joins(part: string): boolean {
  return part >= "\u0300" && JOINS.test(part);
}

/**
 * Returns the form in which two spellings are equal for search and for reanchoring quotes. Idempotent.
 *
 * - Compatibility forms become plain ones (NFKC, UAX #15: ﻻ → لا, ｆ → f); letters become lower case.
 * - Accents are removed (é → e), and so are tashkeel, tatweel, bidi controls and all zero-width characters.
 * - Hamza on a carrier is removed (أ إ آ ٱ → ا, ؤ → و, ئ → ي). A hamza on the line stays, as in Lucene's
 *   ArabicNormalizer: otherwise ماء (water) would equal ما (what).
 * - ة → ه, ى → ي; Persian, Urdu and Kurdish forms of ك ي ه become the Arabic ones.
 * - Arabic-Indic digits become European; ٫ and ٬ become "." and ",".
 * - Punctuation becomes a space, except % and &, and a point or comma between two digits (5.6, 2,000). So do the signs
 *   of minus, fraction and power (−5 → 5, ½ → 1 2, 10⁶ → 10 6). × becomes x.
 * - White space runs become one space; none at either end.
 */
export function fold(text: string): string {
  return foldWithMap(text).folded;
}

/**
 * {@link fold} with a map to the original, so that matches in the folded text can be highlighted in the
 * original.
 */
export function foldWithMap(text: string): Folded {
  const { parts, sources } = foldParts(text);
  let folded = "";
  // Tracked separately: reading the end of `folded` would flatten the string each time.
  let endsWithSpace = true;
  const map: number[] = [];
  for (let i = 0; i < parts.length; ) {
    let next = i + 1;
    while (next < parts.length && joins(parts[next] as string)) next++;
    const composed = next === i + 1 ? foldPoint(parts, i) : parts.slice(i, next).join("").normalize("NFC");
    const trimmed = endsWithSpace && composed.startsWith(" ") ? composed.slice(1) : composed;
    folded += trimmed;
    for (let unit = 0; unit < trimmed.length; unit++) map.push(sources[i] as number);
    endsWithSpace = composed.endsWith(" ");
    i = next;
  }
  return trimEnd(folded, map, text.length);
}

/**
 * Returns the UTF-16 range of the original for folded units `start` to `end` (exclusive, not empty). Includes
 * whole characters where the folded range cuts one (the ل of ﻻ). Throws RangeError outside the folded text.
 */
export function originalRange({ map }: Folded, start: number, end: number): { start: number; end: number } {
  const from = map[start];
  const last = map[end - 1];
  if (start < 0 || start >= end || end >= map.length || from === undefined || last === undefined) {
    throw new RangeError(`${start} to ${end} is not a range of the folded text`);
  }
  let after = end;
  while (after < map.length - 1 && map[after] === last) after++;
  return { start: from, end: map[after] as number };
}

/** Folds each code point by itself, in NFKD, with its UTF-16 index in the original. */
function foldParts(text: string): { parts: string[]; sources: number[] } {
  const parts: string[] = [];
  const sources: number[] = [];
  let index = 0;
  for (const codePoint of text) {
    for (const part of foldCodePoint(codePoint)) {
      parts.push(part);
      sources.push(index);
    }
    index += codePoint.length;
  }
  return { parts, sources };
}

/** Returns the part; a point or comma that is not between two digits as a space. */
function foldPoint(parts: string[], i: number): string {
  const part = parts[i] as string;
  if (part !== "." && part !== ",") return part;
  return DIGIT.test(parts[i - 1] ?? "") && DIGIT.test(parts[i + 1] ?? "") ? part : " ";
}

function trimEnd(folded: string, map: number[], end: number): Folded {
  if (!folded.endsWith(" ")) return { folded, map: [...map, end] };
  const trimmed = map.slice(0, -1);
  const space = map.at(-1) as number;
  // one character may yield both the last letter and the space (⒜ → "a "): then its end is that of the text
  return { folded: folded.slice(0, -1), map: [...trimmed, space > (trimmed.at(-1) ?? -1) ? space : end] };
}
