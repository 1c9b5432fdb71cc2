import { AppError } from "@/lib/errors";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { findQuote, type Quote, quoteAt } from "@/lib/text/quote";

/**
 * A hint where a quote is, in code points: the start of a selection, or the range of the quote that it
 * replaces.
 */
export type QuoteHint = { start: number; end?: number };

const NOT_FOUND =
  "The article does not contain these words as whole words and numbers. To quote part of a word, give its position in quoteStart.";

/**
 * Locates a quote in the text. A selection at exactly `hint.start` can be part of a word; otherwise whole
 * words are searched, and of several occurrences the one that overlaps the hint is chosen. Throws `invalid`
 * on `quote` if the words are not in the text, if several occurrences match none of which overlaps the hint,
 * or if a selection is no longer there.
 */
export function locateQuote(text: string, exact: string, known?: QuoteHint): Quote {
  const selected = known && known.end === undefined ? quoteAtSelection(text, exact, known.start) : null;
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
    throw new AppError(
      "invalid",
      "The article contains these words at another position, or more than once.",
      [{ path: "quote", message: "quote_ambiguous" }],
    );
  }
  return first;
}

function quoteAtSelection(text: string, exact: string, start: number): Quote | null {
  const length = codePointLength(text);
  const end = start + codePointLength(exact);
  return end <= length && sliceCodePoints(text, start, end) === exact ? quoteAt(text, start, end) : null;
}

/** The number of code points that a quote shares with the hint. */
function overlap({ start, end }: Quote, known: QuoteHint): number {
  return Math.min(end, known.end ?? known.start + 1) - Math.max(start, known.start);
}

function mostOverlapping(places: Quote[], known: QuoteHint): Quote | undefined {
  const [best] = places.toSorted((a, b) => overlap(b, known) - overlap(a, known));
  return best && overlap(best, known) > 0 ? best : undefined;
}
