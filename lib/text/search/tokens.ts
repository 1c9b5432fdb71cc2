import { fold } from "@/lib/text/fold";
import { quantityTokens } from "./quantities";

/** The fields of a claim that search tokens are made of; texts are unfolded. */
export type SearchableFields = {
  texts: readonly string[];
  claimants: readonly string[];
  topics: readonly string[];
  publishers: readonly string[];
  /** ISO 8601 dates, reduced precision allowed. */
  dates: readonly string[];
};

/**
 * Returns the search tokens of a claim, for exact matches: its quantities, `year:2025`, and each folded word
 * of its claimants, topics and publishers, such as `claimant:vance`.
 */
export function searchTokens({ texts, claimants, topics, publishers, dates }: SearchableFields): string[] {
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

/** Returns the tokens of `field:words`, one per word. */
export function fieldTokens(field: string, texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => fold(text).split(" "))
    .filter(Boolean)
    .map((word) => `${field}:${word}`);
}
