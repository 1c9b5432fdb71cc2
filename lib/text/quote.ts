import { type CodePointTable, codePointLength, codePointTable } from "./code-points";
import { fold } from "./fold";
import { type Graphemes, graphemesOf } from "./graphemes";
import { exactPlaces, type FoldedText, foldedPlaces, foldedText, type Place, wholePlaces } from "./places";
import { similarity } from "./similarity";
import { type WholeWords, wholeWords } from "./whole-words";

/**
 * A place in a text: W3C Web Annotation's TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector
 * (start inclusive, end exclusive, in Unicode code points).
 * https://www.w3.org/TR/annotation-model/ sections 4.2.4 and 4.2.5
 */
export type Quote = { exact: string; prefix: string; suffix: string; start: number; end: number };

/** What is known of a quote that is to be found again, perhaps in another version of its text. */
export type WantedQuote = { exact: string; prefix?: string; suffix?: string; start?: number };

/** A text with the ways of counting in it, made once for all its places. */
type Counted = { text: string; table: CodePointTable; graphemes: Graphemes };
/** The same with its words; folded when that is first needed. */
type Searched = Counted & { whole: WholeWords; folded: () => FoldedText };

const CONTEXT = 32;
/** As hypothesis/client's match-quote weighs them: the position only decides between equals. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
/** So many places of the same words are judged by likeness and returned at most. */
const MOST_PLACES = 100;
/** Likeness is judged on so many UTF-16 units at most, since it costs the square of them. */
const JUDGED = 256;

/**
 * The quote of what a person selected: `start` inclusive to `end` exclusive, in code points. White space at either
 * end of the selection is left out, and a selection that splits a letter from its tashkeel (or an emoji) is
 * widened to the whole grapheme cluster (UAX #29). Prefix and suffix have at most `context` code points.
 * RangeError if the range isn't in the text, or if nothing but white space is selected.
 */
export function quoteAt(text: string, start: number, end: number, context = CONTEXT): Quote {
  const counted = countedText(text);
  const { toCodeUnit } = counted.table;
  const quote = quoteOfPlace(counted, { start: toCodeUnit(start), end: toCodeUnit(end) }, context);
  if (!quote) throw new RangeError(`Nothing is selected from ${start} to ${end}`);
  return quote;
}

/** Whether the quote stands in the text as it says: words, position, and what comes before and after. */
export function quoteHolds(text: string, quote: Quote): boolean {
  return placeHeld(text, codePointTable(text), quote) !== null;
}

/** The quote's own place, where the text has the quote there as it says. */
function placeHeld(text: string, table: CodePointTable, quote: Quote): Place | null {
  const { start, end } = quote;
  const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  if (!inside || end > table.length) return null;
  const place = { start: table.toCodeUnit(start), end: table.toCodeUnit(end) };
  const holds =
    text.slice(place.start, place.end) === quote.exact &&
    text.slice(0, place.start).endsWith(quote.prefix) &&
    text.startsWith(quote.suffix, place.end);
  return holds ? place : null;
}

/**
 * The places where these words stand in the text, the likeliest first (equals: in the order of the text), a hundred at
 * most. Places with exactly these words, or if there is none, those that are the same when folded (tashkeel that one
 * side leaves out, hamza forms, digits, punctuation, white space) and have the same numbers. Only whole words and whole
 * numbers count, with signs, separators, currency, percent and magnitude: "5 percent" is not in "35 percent", nor "5" in
 * "5 million". Where `prefix` or `suffix` show that the wanted words are themselves a part of a word, they are found as
 * the same part of the same word. Each quote holds in `text`. No words: no places.
 */
export function findQuote(text: string, wanted: WantedQuote): Quote[] {
  return quoteFinder(text)(wanted);
}

/** {@link findQuote} for many quotes of one text, which is prepared once. */
export function quoteFinder(text: string): (wanted: WantedQuote) => Quote[] {
  const searched = searchedText(text);
  return (wanted) => quotesOf(searched, wanted);
}

function searchedText(text: string): Searched {
  const whole = wholeWords(text);
  let known: FoldedText | undefined;
  const folded = () => {
    known ??= foldedText(text, whole);
    return known;
  };
  return { ...countedText(text), whole, folded };
}

/** As {@link findQuote} of the words alone, but all places, in the order of the text. */
export function placesOfWords(text: string, exact: string): Quote[] {
  const searched = searchedText(text);
  return quotesAt(searched, placesOf(searched, { exact }));
}

function quotesOf(searched: Searched, wanted: WantedQuote): Quote[] {
  const places = likeliestPlaces(searched, placesOf(searched, wanted), wanted);
  // As it was wanted: widening to a whole grapheme may have put a space at its beginning.
  const score = scorer(wanted, searched.table.length);
  return quotesAt(searched, places)
    .map((quote) => ({ quote, score: score(quote) }))
    .sort((a, b) => b.score - a.score || a.quote.start - b.quote.start)
    .map(({ quote }) => quote);
}

/** The quotes of these places. Widening to whole graphemes can make one place of two. */
function quotesAt(counted: Counted, places: Place[]): Quote[] {
  const found = new Map<number, Quote>();
  for (const place of places) {
    const quote = quoteOfPlace(counted, place, CONTEXT);
    if (quote && !found.has(quote.start)) found.set(quote.start, quote);
  }
  return [...found.values()];
}

/** Of very many places those that have most of the wanted surroundings, letter by letter, and then the nearest. */
function likeliestPlaces({ text, table }: Counted, places: Place[], wanted: WantedQuote): Place[] {
  if (places.length <= MOST_PLACES) return places;
  const { prefix = "", suffix = "", start = 0 } = wanted;
  const known = table.toCodeUnit(Math.min(Math.max(0, start), table.length));
  const ranked = places.map((place) => ({
    place,
    same: sameBefore(text, place.start, prefix) + sameAfter(text, place.end, suffix),
    far: Math.abs(place.start - known),
  }));
  return ranked
    .sort((a, b) => b.same - a.same || a.far - b.far)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
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

function placesOf({ text, table, whole, folded }: Searched, wanted: WantedQuote): Place[] {
  const exact = wanted.exact.trim();
  if (exact === "") return [];
  const { before, after } = restOfWords(wanted);
  const same = wholePlaces(exactPlaces(text, before + exact + after), whole).map(({ start, end }) => ({
    start: start + before.length,
    end: end - after.length,
  }));
  const places = before + after === "" && same.length === 0 ? foldedPlaces(folded(), exact) : same;
  // Where nothing changed, the quote is where it was, whatever it cuts.
  const { prefix, suffix, start } = wanted;
  const isKnown = prefix !== undefined && suffix !== undefined && start !== undefined;
  const end = (start ?? 0) + codePointLength(wanted.exact);
  const held = isKnown && placeHeld(text, table, { exact: wanted.exact, prefix, suffix, start, end });
  return held ? [held, ...places.filter((place) => place.start !== held.start)] : places;
}

/** What the words around the wanted ones add to its first and its last word, where it begins or ends inside of them. */
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

/** Null when the place holds nothing but white space. */
function quoteOfPlace(counted: Counted, place: Place, context: number): Quote | null {
  const { text, table, graphemes } = counted;
  const selected = text.slice(place.start, place.end);
  if (selected.trim() === "") return null;
  const from = graphemes.startAt(place.start + selected.length - selected.trimStart().length);
  const to = graphemes.endAt(place.start + selected.trimEnd().length);
  const start = table.toCodePoint(from);
  const end = table.toCodePoint(to);
  // the context gives way rather than begin or end inside a grapheme
  const before = graphemes.endAt(table.toCodeUnit(Math.max(0, start - context)));
  const after = graphemes.startAt(table.toCodeUnit(Math.min(table.length, end + context)));
  const prefix = text.slice(Math.min(before, from), from);
  return { exact: text.slice(from, to), prefix, suffix: text.slice(to, Math.max(after, to)), start, end };
}

/** What isn't known of the wanted quote counts as agreeing. */
function scorer(wanted: WantedQuote, textLength: number): (found: Quote) => number {
  const before = (prefix = "") => fold(prefix.slice(-CONTEXT));
  const after = (suffix = "") => fold(suffix.slice(0, CONTEXT));
  const [prefix, suffix] = [before(wanted.prefix), after(wanted.suffix)];
  const words = wanted.exact.slice(0, JUDGED);
  const { start } = wanted;
  return (found) => {
    // a wanted context shorter than ours is held against as much of ours
    const foundBefore = prefix === "" ? "" : before(found.prefix).slice(-prefix.length);
    const foundAfter = suffix === "" ? "" : after(found.suffix).slice(0, suffix.length);
    const near = start === undefined ? 1 : 1 - Math.abs(found.start - start) / textLength;
    return (
      WEIGHTS.quote * similarity(found.exact.slice(0, JUDGED), words) +
      WEIGHTS.prefix * similarity(foundBefore, prefix) +
      WEIGHTS.suffix * similarity(foundAfter, suffix) +
      WEIGHTS.position * near
    );
  };
}
