import fc from "fast-check";
import { expect, test } from "vitest";
import { similarity } from "@/lib/text/similarity";

test.each([
  ["", "", 1],
  ["كتاب", "كتاب", 1],
  ["kitten", "sitting", 1 - 3 / 7],
  ["abc", "", 0],
  ["abc", "xyz", 0],
  ["كتاب", "كتب", 0.75],
])("%s and %s", (a, b, expected) => {
  expect(similarity(a, b)).toBeCloseTo(expected);
});

test("goes both ways, and stays between 0 and 1", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const alike = similarity(a, b);
      expect(similarity(b, a)).toBe(alike);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(alike === 1).toBe(a === b);
    }),
  );
});
