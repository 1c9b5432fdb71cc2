import { sliceCodePoints } from "@/lib/text/code-points";
import { quoteHolds } from "@/lib/text/quote";
import { isSameWords } from "@/lib/text/same-words";
import type { Quote } from "./schema";

/** Where the desk has the claim's words in an article's text at the moment. */
type Appearance = { quoteExact: string | null; quoteStart: number | null; quoteEnd: number | null };

/**
 * The quote that readers know, with its place in the text of now; null where it is not in it. The desk's place counts
 * where the same words stand there: it may have gone on to others, which are not public before they are published.
 */
export function publicPlace(text: string, known: Quote | null, appearance: Appearance): Quote | null {
  const { quoteExact, quoteStart: start, quoteEnd: end } = appearance;
  if (!known) return null;
  if (quoteExact !== null && start !== null && end !== null && isSameWords(quoteExact, known.exact)) {
    return { ...known, exact: sliceCodePoints(text, start, end), start, end };
  }
  return quoteHolds(text, known) ? known : null;
}
