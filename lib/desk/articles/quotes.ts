import type { Quote } from "@/lib/text/quote";

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

/** Where a quote stands, as the log tells it: its words, where they begin (code points), and in which version. */
export function loggedPlace(quote: Quote, textVersion: number) {
  return { quote: quote.exact, start: quote.start, textVersion };
}
