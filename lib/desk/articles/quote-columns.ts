import type { Quote } from "@/lib/text/quote";

/** The database columns of a quote. */
export function quoteColumns(quote: Quote) {
  return {
    quoteExact: quote.exact,
    quotePrefix: quote.prefix,
    quoteSuffix: quote.suffix,
    quoteStart: quote.start,
    quoteEnd: quote.end,
  };
}

/** A quote for the event log: its words, start (code points) and version of the text. */
export function quoteForLog(quote: Quote, textVersion: number) {
  return { quote: quote.exact, start: quote.start, textVersion };
}
