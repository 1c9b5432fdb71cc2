import { type CodePointTable, codePointLength, codePointTable } from "./code-points";
import { fold } from "./fold";
import { type Graphemes, graphemesOf } from "./graphemes";
import { exactPlaces, type FoldedText, foldedPlaces, foldedText, type Place, wholePlaces } from "./places";
import { isSameWords } from "./same-words";
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
/** Likeness is judged on so many UTF-16 units at most, since it costs the square of them. */
const JUDGED = 256;
/** Of words that stand at more places, those near to where they are wanted are judged. */
const MOST_PLACES = 200;

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
 * The places where these words stand in the text, the likeliest first (equals: in the order of the text). Places
 * with exactly these words, or if there is none, those that are the same when folded (tashkeel, hamza forms,
 * digits, punctuation, white space) and have the same numbers. Only whole words and whole numbers count, with signs,
 * separators, currency and percent: "5 percent" is not in "35 percent". Where `prefix` or `suffix` show that the
 * wanted words are themselves a part of a word, they are found as the same part of the same word.
 * Each quote holds in `text`. No words: no places. At most 200 places, where there are more.
 */
export function findQuote(text: string, wanted: WantedQuote): Quote[] {
  return quoteFinder(text)(wanted);
}

/** {@link findQuote} for many quotes of one text, which is prepared once. */
export function quoteFinder(text: string): (wanted: WantedQuote) => Quote[] {
  const counted = countedText(text);
  const whole = wholeWords(text);
  let known: FoldedText | undefined;
  const folded = () => {
    known ??= foldedText(text, whole);
    return known;
  };
  return (wanted) => quotesOf({ ...counted, whole, folded }, wanted);
}

function quotesOf(counted: Searched, wanted: WantedQuote): Quote[] {
  if (wanted.exact.trim() === "") return [];
  const found = new Map<number, { quote: Quote; score: number }>();
  for (const place of placesOf(counted, wanted)) {
    const quote = quoteOfPlace(counted, place, CONTEXT);
    // widening to whole graphemes can make one place of two
    if (quote && !found.has(quote.start)) found.set(quote.start, { quote, score: 0 });
  }
  // As it was wanted: widening to a whole grapheme may have put a space at its beginning.
  const score = scorer(wanted, counted.table.length);
  for (const candidate of found.values()) candidate.score = score(candidate.quote);
  return [...found.values()]
    .sort((a, b) => b.score - a.score || a.quote.start - b.quote.start)
    .map(({ quote }) => quote);
}

function placesOf(searched: Searched, wanted: WantedQuote): Place[] {
  const { text, table, whole, folded } = searched;
  const exact = wanted.exact.trim();
  const { before, after } = restOfWords(wanted);
  const places = wholePlaces(exactPlaces(text, before + exact + after), whole).map(({ start, end }) => ({
    start: start + before.length,
    end: end - after.length,
  }));
  if (before + after === "" && places.length === 0) {
    const near = nearest(searched, wholePlaces(foldedPlaces(folded(), exact), whole), wanted);
    places.push(...near.filter(({ start, end }) => isSameWords(text.slice(start, end), exact)));
  }
  // Where nothing changed, the quote is where it was, whatever it cuts.
  const { prefix, suffix, start } = wanted;
  const isKnown = prefix !== undefined && suffix !== undefined && start !== undefined;
  const end = (start ?? 0) + codePointLength(wanted.exact);
  const held = isKnown && placeHeld(text, table, { exact: wanted.exact, prefix, suffix, start, end });
  const near = nearest(searched, places, wanted);
  return held ? [held, ...near] : near;
}

/** The likeliest of many places: those between just the wanted surroundings, then those near the wanted position. */
function nearest(
  { text, table }: Counted,
  places: Place[],
  { prefix = "", suffix = "", start }: WantedQuote,
): Place[] {
  if (places.length <= MOST_PLACES) return places;
  const at = start === undefined ? 0 : table.toCodeUnit(Math.min(start, table.length));
  const distances = places.map((place) => {
    const agrees = text.endsWith(prefix, place.start) && text.startsWith(suffix, place.end);
    return { place, distance: Math.abs(place.start - at) + (agrees ? 0 : text.length) };
  });
  return distances
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
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
