import { fold } from "@/lib/text/fold";
import { quantityTokens } from "./quantities";

/** What a claim is found by besides its words; texts as people wrote them. */
export type Findable = {
  texts: readonly string[];
  claimants: readonly string[];
  topics: readonly string[];
  publishers: readonly string[];
  /** ISO 8601 dates, reduced precision allowed. */
  dates: readonly string[];
};

/**
 * The exact marks of a claim, which an index finds whole: its quantities, `year:2025`, and each folded word of its
 * claimant, topics and publishers as `claimant:vance`.
 */
export function searchTokens({ texts, claimants, topics, publishers, dates }: Findable): string[] {
  return [
    ...new Set([
      ...quantityTokens(texts),
      ...dates.map((date) => `year:${date.slice(0, 4)}`),
      ...fieldTokens("claimant", claimants),
      ...fieldTokens("topic", topics),
      ...fieldTokens("publisher", publishers),
    ]),
  ];
}

/** What `field:words` asks for: one token a word. */
export function fieldTokens(field: string, texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => fold(text).split(" "))
    .filter(Boolean)
    .map((word) => `${field}:${word}`);
}
