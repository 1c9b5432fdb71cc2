import { type CodePointTable, codePointLength, codePointTable } from "./code-points";
import { fold } from "./fold";
import { type Graphemes, graphemesOf } from "./graphemes";
import {
  exactOccurrences,
  type FoldedText,
  foldedOccurrences,
  prepareFoldedText,
  wholeWordOccurrences,
} from "./occurrences";
import type { TextRange } from "./ranges";
import { similarity } from "./similarity";
import { type WholeWords, wholeWords } from "./whole-words";

/**
 * A quote of a text: W3C Web Annotation's TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector
 * (start inclusive, end exclusive, in Unicode code points).
 * https://www.w3.org/TR/annotation-model/ sections 4.2.4 and 4.2.5
 */
export type Quote = { exact: string; prefix: string; suffix: string; start: number; end: number };

/** A quote to find, perhaps in another version of its text. */
export type WantedQuote = { exact: string; prefix?: string; suffix?: string; start?: number };

/** A text with its conversion tables. */
type Counted = { text: string; table: CodePointTable; graphemes: Graphemes };
/** {@link Counted} with its words; folded on first use. */
type Searched = Counted & { whole: WholeWords; folded: () => FoldedText };

const CONTEXT = 32;
/** The weights of hypothesis/client's match-quote: the position only breaks ties. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
/** The most occurrences that are scored and returned. */
const MAX_OCCURRENCES = 100;
/** The most UTF-16 units compared for similarity, which takes quadratic time. */
const MAX_COMPARED = 256;

/**
 * Returns the quote of a selection, `start` inclusive to `end` exclusive, in code points. Trims white space
 * at both ends, and widens the selection to whole grapheme clusters (UAX #29). Prefix and suffix have at most
 * `context` code points. Throws RangeError if the range is outside the text or has white space only.
 */
export function quoteAt(text: string, start: number, end: number, context = CONTEXT): Quote {
  const counted = countedText(text);
  const { toCodeUnit } = counted.table;
  const quote = quoteOfRange(counted, { start: toCodeUnit(start), end: toCodeUnit(end) }, context);
  if (!quote) throw new RangeError(`Nothing is selected from ${start} to ${end}`);
  return quote;
}

/** Whether the text has the quote at its position, with its prefix and suffix. */
export function isQuoteAt(text: string, quote: Quote): boolean {
  return rangeOfQuote(text, codePointTable(text), quote) !== null;
}

/** Returns the range of a quote if the text has it there with its prefix and suffix, otherwise null. */
function rangeOfQuote(text: string, table: CodePointTable, quote: Quote): TextRange | null {
  const { start, end } = quote;
  const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  if (!inside || end > table.length) return null;
  const range = { start: table.toCodeUnit(start), end: table.toCodeUnit(end) };
  const holds =
    text.slice(range.start, range.end) === quote.exact &&
    text.slice(0, range.start).endsWith(quote.prefix) &&
    text.startsWith(quote.suffix, range.end);
  return holds ? range : null;
}

/**
 * Returns up to 100 occurrences of a quote in a text, the most likely first, ties in text order. Exact
 * occurrences, or if there are none, those equal when folded (missing tashkeel, hamza forms, digits,
 * punctuation, white space) with the same numbers. Only whole words and numbers match, with signs,
 * separators, currency, percent and magnitude: "5 percent" is not in "35 percent", nor "5" in "5 million". If
 * `prefix` or `suffix` show that the quote cuts a word, it matches the same part of the same word. None for
 * an empty quote.
 */
export function findQuote(text: string, wanted: WantedQuote): Quote[] {
  return quoteFinder(text)(wanted);
}

/** Returns {@link findQuote} for many quotes of one text, which is prepared once. */
export function quoteFinder(text: string): (wanted: WantedQuote) => Quote[] {
  const searched = searchedText(text);
  return (wanted) => quotesOf(searched, wanted);
}

function searchedText(text: string): Searched {
  const whole = wholeWords(text);
  let known: FoldedText | undefined;
  const folded = () => {
    known ??= prepareFoldedText(text, whole);
    return known;
  };
  return { ...countedText(text), whole, folded };
}

/** As {@link findQuote} without context, but returns all occurrences in text order. */
export function findOccurrences(text: string, exact: string): Quote[] {
  const searched = searchedText(text);
  return quotesAt(searched, rangesOf(searched, { exact }));
}

function quotesOf(searched: Searched, wanted: WantedQuote): Quote[] {
  const ranges = likeliestRanges(searched, rangesOf(searched, wanted), wanted);
  // Scored untrimmed: widening to a whole grapheme may have added a space at its beginning.
  const score = scorer(wanted, searched.table.length);
  return quotesAt(searched, ranges)
    .map((quote) => ({ quote, score: score(quote) }))
    .sort((a, b) => b.score - a.score || a.quote.start - b.quote.start)
    .map(({ quote }) => quote);
}

/** Returns the quotes of ranges, without duplicates from widening to whole graphemes. */
function quotesAt(counted: Counted, ranges: TextRange[]): Quote[] {
  const found = new Map<number, Quote>();
  for (const range of ranges) {
    const quote = quoteOfRange(counted, range, CONTEXT);
    if (quote && !found.has(quote.start)) found.set(quote.start, quote);
  }
  return [...found.values()];
}

/** Returns the ranges whose context agrees with the quote in most letters, then the nearest. */
function likeliestRanges({ text, table }: Counted, ranges: TextRange[], wanted: WantedQuote): TextRange[] {
  if (ranges.length <= MAX_OCCURRENCES) return ranges;
  const { prefix = "", suffix = "", start = 0 } = wanted;
  const known = table.toCodeUnit(Math.min(Math.max(0, start), table.length));
  const ranked = ranges.map((range) => ({
    range,
    same: sameBefore(text, range.start, prefix) + sameAfter(text, range.end, suffix),
    distance: Math.abs(range.start - known),
  }));
  return ranked
    .sort((a, b) => b.same - a.same || a.distance - b.distance)
    .slice(0, MAX_OCCURRENCES)
    .map(({ range }) => range);
}

function sameBefore(text: string, index: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && text[index - same - 1] === prefix[prefix.length - same - 1]) same++;
  return same;
}

function sameAfter(text: string, index: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && text[index + same] === suffix[same]) same++;
  return same;
}

function rangesOf({ text, table, whole, folded }: Searched, wanted: WantedQuote): TextRange[] {
  const exact = wanted.exact.trim();
  if (exact === "") return [];
  const { before, after } = restOfWords(wanted);
  const same = wholeWordOccurrences(exactOccurrences(text, before + exact + after), whole).map(
    ({ start, end }) => ({
      start: start + before.length,
      end: end - after.length,
    }),
  );
  const ranges = before + after === "" && same.length === 0 ? foldedOccurrences(folded(), exact) : same;
  // An unchanged quote is at its old position, even if it cuts a word.
  const { prefix, suffix, start } = wanted;
  const isKnown = prefix !== undefined && suffix !== undefined && start !== undefined;
  const end = (start ?? 0) + codePointLength(wanted.exact);
  const unchanged = isKnown && rangeOfQuote(text, table, { exact: wanted.exact, prefix, suffix, start, end });
  return unchanged ? [unchanged, ...ranges.filter((range) => range.start !== unchanged.start)] : ranges;
}

/** Returns the rest of the words that the quote cuts at its start and end. */
function restOfWords({ exact, prefix = "", suffix = "" }: WantedQuote): { before: string; after: string } {
  const around = prefix + exact + suffix;
  const from = prefix.length + exact.length - exact.trimStart().length;
  const to = prefix.length + exact.trimEnd().length;
  const whole = wholeWords(around);
  return {
    before: around.slice(whole.around(from).start, from),
    after: around.slice(to, whole.around(to).end),
  };
}

function countedText(text: string): Counted {
  return { text, table: codePointTable(text), graphemes: graphemesOf(text) };
}

/** Returns the quote of a range; null if it has white space only. */
function quoteOfRange(counted: Counted, range: TextRange, context: number): Quote | null {
  const { text, table, graphemes } = counted;
  const selected = text.slice(range.start, range.end);
  if (selected.trim() === "") return null;
  const from = graphemes.startAt(range.start + selected.length - selected.trimStart().length);
  const to = graphemes.endAt(range.start + selected.trimEnd().length);
  const start = table.toCodePoint(from);
  const end = table.toCodePoint(to);
  // shortens the context rather than cutting a grapheme
  const before = graphemes.endAt(table.toCodeUnit(Math.max(0, start - context)));
  const after = graphemes.startAt(table.toCodeUnit(Math.min(table.length, end + context)));
  const prefix = text.slice(Math.min(before, from), from);
  return { exact: text.slice(from, to), prefix, suffix: text.slice(to, Math.max(after, to)), start, end };
}

/** Returns the scoring function; unknown parts of the quote count as equal. */
function scorer(wanted: WantedQuote, textLength: number): (found: Quote) => number {
  const before = (prefix = "") => fold(prefix.slice(-CONTEXT));
  const after = (suffix = "") => fold(suffix.slice(0, CONTEXT));
  const [prefix, suffix] = [before(wanted.prefix), after(wanted.suffix)];
  const words = wanted.exact.slice(0, MAX_COMPARED);
  const { start } = wanted;
  return (found) => {
    // compare as much context as the quote has
    const foundBefore = prefix === "" ? "" : before(found.prefix).slice(-prefix.length);
    const foundAfter = suffix === "" ? "" : after(found.suffix).slice(0, suffix.length);
    const closeness = start === undefined ? 1 : 1 - Math.abs(found.start - start) / textLength;
    return (
      WEIGHTS.quote * similarity(found.exact.slice(0, MAX_COMPARED), words) +
      WEIGHTS.prefix * similarity(foundBefore, prefix) +
      WEIGHTS.suffix * similarity(foundAfter, suffix) +
      WEIGHTS.position * closeness
    );
  };
}
