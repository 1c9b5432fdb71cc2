import { foldCodePoint } from "./fold-code-point";

/** A text folded, and for each of its UTF-16 units where it came from. */
export type Folded = {
  folded: string;
  /**
   * `map[i]` is the UTF-16 index in the original of folded unit `i`; never decreasing. One entry more than
   * `folded.length`: the last one is the end of the original, without its trailing white space.
   */
  map: number[];
};

/** What joins the code point before it in NFC: marks; and the Hangul and Kirat Rai vowels, which are letters. */
const JOINS = /[\p{M}\u1160-\u11FF\uD7B0-\uD7FF\u{16D63}-\u{16D6A}]/u;
const DIGIT = /^[0-9]$/;

// No mark comes before U+0300: most letters need no look into the classes.
function joins(part: string): boolean {
  return part >= "\u0300" && JOINS.test(part);
}

/**
 * The form under which two spellings are the same for search and for finding a quote again. Idempotent.
 *
 * - Compatibility forms become plain ones (NFKC, UAX #15: ﻻ → لا, ｆ → f); letters become lower case.
 * - Accents go (é → e), and so do tashkeel, tatweel, bidi controls and all that has no width.
 * - Hamza on a carrier goes with the other marks (أ إ آ ٱ → ا, ؤ → و, ئ → ي). A hamza on the line stays: without
 *   it ماء (water) would be found wherever ما (what) stands. Lucene's ArabicNormalizer keeps it too.
 * - ة → ه, ى → ي; Persian, Urdu and Kurdish forms of ك ي ه become the Arabic ones.
 * - Arabic-Indic digits become European; ٫ and ٬ become "." and ",".
 * - All punctuation becomes a space, but % and &, and a point or comma between two digits (5.6, 2,000). So do the signs
 *   of minus, fraction and power (−5 → 5, ½ → 1 2, 10⁶ → 10 6); × is x.
 * - White space runs become one space; none at either end.
 */
export function fold(text: string): string {
  return foldWithMap(text).folded;
}

/** {@link fold}, with the way back, so that what is found in the folded text is shown in the reader's own. */
export function foldWithMap(text: string): Folded {
  const { parts, sources } = foldParts(text);
  let folded = "";
  // Asked for instead of the end of `folded`, which would be put together for each answer.
  let spaced = true;
  const map: number[] = [];
  for (let i = 0; i < parts.length; ) {
    let next = i + 1;
    while (next < parts.length && joins(parts[next] as string)) next++;
    const composed = next === i + 1 ? judgePoint(parts, i) : parts.slice(i, next).join("").normalize("NFC");
    const kept = spaced && composed.startsWith(" ") ? composed.slice(1) : composed;
    folded += kept;
    for (let unit = 0; unit < kept.length; unit++) map.push(sources[i] as number);
    spaced = composed.endsWith(" ");
    i = next;
  }
  return trimmedEnd(folded, map, text.length);
}

/**
 * The UTF-16 range of the original that folded units `start` to `end` (exclusive, not empty) came from. Where
 * the folded range begins or ends inside what was one character (the ل of ﻻ), the whole character is in it.
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

/** Each code point folded for itself, in NFKD, with the UTF-16 index it came from. */
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

/** A point or comma between two digits stays; any other is a space. */
function judgePoint(parts: string[], i: number): string {
  const part = parts[i] as string;
  if (part !== "." && part !== ",") return part;
  return DIGIT.test(parts[i - 1] ?? "") && DIGIT.test(parts[i + 1] ?? "") ? part : " ";
}

function trimmedEnd(folded: string, map: number[], end: number): Folded {
  if (!folded.endsWith(" ")) return { folded, map: [...map, end] };
  const kept = map.slice(0, -1);
  const space = map.at(-1) as number;
  // one character may have given both the last letter and the space (⒜ → "a "): then its end isn't known here
  return { folded: folded.slice(0, -1), map: [...kept, space > (kept.at(-1) ?? -1) ? space : end] };
}
