import { AppError } from "@/lib/errors";
import { findQuote, type Quote } from "@/lib/text/quote";

/**
 * The quote that stands in the text where the editor means it. `start` (code points) tells like places apart.
 * Throws `invalid` on the field `quote` where the words are not in the text, or in several places and none is meant.
 */
export function placeQuote(text: string, exact: string, start?: number): Quote {
  const places = findQuote(text, { exact, start });
  const [first, second] = places;
  if (!first) {
    throw new AppError("invalid", "These words do not stand in the article.", [
      { path: "quote", message: "quote_not_found" },
    ]);
  }
  if (second && start === undefined) {
    throw new AppError("invalid", "These words stand in the article more than once.", [
      { path: "quote", message: "quote_ambiguous" },
    ]);
  }
  return first;
}

/** The columns that hold a quote. */
export function quoteColumns(quote: Quote) {
  return {
    quoteExact: quote.exact,
    quotePrefix: quote.prefix,
    quoteSuffix: quote.suffix,
    quoteStart: quote.start,
    quoteEnd: quote.end,
  };
}
