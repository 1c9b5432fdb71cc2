import { describe, expect, test } from "vitest";
import {
  compareSimilarity,
  nameSimilarity,
  prepareName,
} from "@/lib/desk/claims/named-entities/name-similarity";
import { namePairs } from "@/tests/factories/name-pairs";

const ranks = ["same", "words", "begins", "has_all", "is_in"];
const rankOf = (typed: string, known: string) => {
  const found = nameSimilarity(prepareName(typed), prepareName(known));
  return found && ranks[found[0]];
};

describe.each(namePairs)("rank %s", (rank, pairs) => {
  test.each(pairs)("%s: %s", (typed, known) => expect(rankOf(typed, known)).toBe(rank));
});

test("the same words are closer than the beginning, and fewer words more are closer", () => {
  const known = ["Jane Doe", "Doe, Jane", "Jane Doe Smith", "Mary Jane Doe", "Mary Jane Ann Doe", "Jane"];
  const ordered = known
    .toReversed()
    .map((name) => ({ name, close: nameSimilarity(prepareName("jane doe"), prepareName(name)) }))
    .filter(({ close }) => close !== null)
    .sort((a, b) => compareSimilarity(a.close ?? [9, 0, 0], b.close ?? [9, 0, 0]))
    .map(({ name }) => name);
  expect(ordered).toEqual(known);
});
