import { AppError } from "@/lib/errors";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { findQuote, type Quote, quoteAt } from "@/lib/text/quote";

/** What is known of where words stand, in code points: where they were selected, or a quote that they replace. */
export type KnownPlace = { start: number; end?: number };

/**
 * The quote that stands in the text where the editor means it. Words that stand just at `known.start` may be a part of a
 * word, as somebody selected them there; otherwise whole words are looked for, and of several places the one that
 * overlaps the known place, else the nearest to it, is taken. Throws `invalid` on the field `quote` where the words are
 * not in the text, or in several places and nothing is known.
 */
export function placeQuote(text: string, exact: string, known?: KnownPlace): Quote {
  const selected = known && known.end === undefined ? quoteSelected(text, exact, known.start) : null;
  if (selected) return selected;
  const places = findQuote(text, { exact, start: known?.start });
  const [first, second] = places;
  if (!first) {
    throw new AppError("invalid", "These words do not stand in the article.", [
      { path: "quote", message: "quote_not_found" },
    ]);
  }
  if (second && !known) {
    throw new AppError("invalid", "These words stand in the article more than once.", [
      { path: "quote", message: "quote_ambiguous" },
    ]);
  }
  return known ? nearest(places, known) : first;
}

function quoteSelected(text: string, exact: string, start: number): Quote | null {
  const length = codePointLength(text);
  const end = start + codePointLength(exact);
  return end <= length && sliceCodePoints(text, start, end) === exact ? quoteAt(text, start, end) : null;
}

/** How far a place is from the known one, in code points; less than nothing where they overlap, the more they do. */
function distance({ start, end }: Quote, known: KnownPlace): number {
  const knownEnd = known.end ?? known.start + 1;
  return Math.max(start, known.start) - Math.min(end, knownEnd);
}

function nearest(places: Quote[], known: KnownPlace): Quote {
  return places.reduce((best, place) => (distance(place, known) < distance(best, known) ? place : best));
}
