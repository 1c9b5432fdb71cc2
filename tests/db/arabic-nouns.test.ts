import { beforeAll, describe, expect, test } from "vitest";
import { arabicNouns } from "@/tests/search/arabic-nouns";
import { type NounFaults, nounFaults } from "@/tests/search/noun-faults";

// How many of the pairs of words that are tried may fail: a change of the stems must not make it more.
const MISSED = { article: 0, to: 0, joined: 30, forms: 8, broken: 104 };
const CONFUSED = { apart: 4, others: 0 };

let faults: NounFaults;
beforeAll(async () => {
  faults = await nounFaults();
}, 60_000);

test("there are enough nouns", () => expect(arabicNouns.length).toBeGreaterThanOrEqual(200));

describe("forms of one noun that do not find each other", () => {
  test.each(Object.entries(MISSED))("%s: at most %i", (kind, most) => {
    const { faults: missed } = faults.missed[kind as keyof typeof MISSED];
    expect(missed.length, said(missed)).toBeLessThanOrEqual(most);
  });
});

describe("different words that find each other", () => {
  test.each(Object.entries(CONFUSED))("%s: at most %i", (kind, most) => {
    const confused = faults.confused[kind as keyof typeof CONFUSED];
    expect(confused.length, said(confused)).toBeLessThanOrEqual(most);
  });
});

function said(pairs: Array<{ asked: string; other: string }>): string {
  return pairs.map(({ asked, other }) => `${asked}>${other}`).join(" ");
}
