import { AppError } from "@/lib/errors";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { findQuote, type Quote, quoteAt } from "@/lib/text/quote";

/** What is known of where words stand, in code points: where they were selected, or a quote that they replace. */
export type KnownPlace = { start: number; end?: number };

const NOT_FOUND =
  "These words do not stand in the article as whole words and numbers. Say with quoteStart where a part of one begins.";

/**
 * The quote that stands in the text where the editor means it. Words that stand just at `known.start` may be a part of a
 * word, as somebody selected them there; otherwise whole words are looked for, and of several places the one that
 * overlaps the known place is taken. Throws `invalid` on the field `quote` where the words are not in the text, where they
 * stand in several places of which none does, and where they were selected and do not stand there any more.
 */
export function placeQuote(text: string, exact: string, known?: KnownPlace): Quote {
  const selected = known && known.end === undefined ? quoteSelected(text, exact, known.start) : null;
  if (selected) return selected;
  const places = findQuote(text, { exact, start: known?.start });
  const [first, second] = places;
  if (!first) {
    throw new AppError("invalid", NOT_FOUND, [{ path: "quote", message: "quote_not_found" }]);
  }
  const best = known && mostOverlapping(places, known);
  if (best) return best;
  const wasSelected = known !== undefined && known.end === undefined;
  if (second || wasSelected) {
    throw new AppError("invalid", "These words stand at another place in the article, or more than once.", [
      { path: "quote", message: "quote_ambiguous" },
    ]);
  }
  return first;
}

function quoteSelected(text: string, exact: string, start: number): Quote | null {
  const length = codePointLength(text);
  const end = start + codePointLength(exact);
  return end <= length && sliceCodePoints(text, start, end) === exact ? quoteAt(text, start, end) : null;
}

/** How many code points a place shares with the known one. */
function overlap({ start, end }: Quote, known: KnownPlace): number {
  return Math.min(end, known.end ?? known.start + 1) - Math.max(start, known.start);
}

function mostOverlapping(places: Quote[], known: KnownPlace): Quote | undefined {
  const [best] = places.toSorted((a, b) => overlap(b, known) - overlap(a, known));
  return best && overlap(best, known) > 0 ? best : undefined;
}
