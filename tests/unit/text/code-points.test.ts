import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codePointIndex,
  codePointLength,
  codePointTable,
  codeUnitIndex,
  sliceCodePoints,
} from "@/lib/text/code-points";
import { arbitraryRange, arbitraryText } from "./arbitrary-text";

const MIXED = "أ😀ب👩‍🔬H";

test("counts an emoji once, and each part of a joined one", () => {
  expect(MIXED).toHaveLength(10);
  expect(codePointLength(MIXED)).toBe(7);
  expect(codePointLength("")).toBe(0);
  expect(codePointLength("\uD83D")).toBe(1);
});

test("slices by code points", () => {
  expect(sliceCodePoints(MIXED, 1, 3)).toBe("😀ب");
  expect(sliceCodePoints(MIXED, 7, 7)).toBe("");
});

test("goes from one way of counting to the other", () => {
  expect(codeUnitIndex(MIXED, 2)).toBe(3);
  expect(codePointIndex(MIXED, 3)).toBe(2);
  expect(codePointIndex(MIXED, MIXED.length)).toBe(7);
});

test("inside a pair is the code point it belongs to", () => {
  expect(codePointIndex(MIXED, 2)).toBe(1);
});

test.each([
  ["slice past the end", () => sliceCodePoints("ab", 0, 3)],
  ["slice from before the start", () => sliceCodePoints("ab", -1, 1)],
  ["slice backwards", () => sliceCodePoints("ab", 2, 1)],
  ["half an index", () => sliceCodePoints("ab", 0.5, 1)],
  ["code point past the end", () => codeUnitIndex("😀", 2)],
  ["unit past the end", () => codePointIndex("😀", 3)],
  ["not a number", () => codePointIndex("😀", Number.NaN)],
])("refuses: %s", (_, call) => {
  expect(call).toThrow(RangeError);
});

describe("whatever the text", () => {
  test("agrees with the string's own iterator", () => {
    fc.assert(
      fc.property(arbitraryRange, ({ text, start, end }) => {
        expect(sliceCodePoints(text, start, end)).toBe([...text].slice(start, end).join(""));
        expect(codePointLength(text)).toBe([...text].length);
      }),
    );
  });

  test("there and back is the same place", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const table = codePointTable(text);
        for (let i = 0; i <= table.length; i++) expect(table.toCodePoint(table.toCodeUnit(i))).toBe(i);
      }),
    );
  });
});
