import { sliceCodePoints } from "@/lib/text/code-points";
import { quoteHolds } from "@/lib/text/quote";
import { isSameWords } from "@/lib/text/same-words";
import type { Quote } from "./document";

/** Where the desk has the claim's words in an article's text at the moment, and what stands around them there. */
type Appearance = {
  quoteExact: string | null;
  quotePrefix: string | null;
  quoteSuffix: string | null;
  quoteStart: number | null;
  quoteEnd: number | null;
};

/**
 * The quote that readers know, with its place in the text of now; null where it is not in it. The desk's place counts
 * where the same words stand there between the same words: it may have gone on to others, which are not public before
 * they are published.
 */
export function publicPlace(text: string, known: Quote | null, appearance: Appearance): Quote | null {
  const { quoteExact, quotePrefix, quoteSuffix, quoteStart: start, quoteEnd: end } = appearance;
  if (!known) return null;
  const pairs = [
    [quoteExact, known.exact],
    [quotePrefix, known.prefix],
    [quoteSuffix, known.suffix],
  ] as const;
  const isSame = pairs.every(([now, before]) => now !== null && isSameWords(now, before));
  if (isSame && start !== null && end !== null) {
    return { ...known, exact: sliceCodePoints(text, start, end), start, end };
  }
  return quoteHolds(text, known) ? known : null;
}
