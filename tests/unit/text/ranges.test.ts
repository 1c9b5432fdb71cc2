import { describe, expect, test } from "vitest";
import { cutAtRanges, mergeRanges } from "@/lib/text/ranges";

const range = (start: number, end: number) => ({ start, end });

test("ranges that overlap or touch are one, in order", () => {
  expect(mergeRanges([range(6, 8), range(0, 2), range(1, 4), range(4, 5)])).toEqual([
    range(0, 5),
    range(6, 8),
  ]);
});

describe("a text cut at its ranges", () => {
  const shown = (...cut: Parameters<typeof cutAtRanges>) =>
    cutAtRanges(...cut)
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join("|");

  test.each([
    ["in the middle", [range(2, 4)], undefined, "ab|[cd]|efgh"],
    ["at the ends", [range(0, 1), range(7, 8)], undefined, "[a]|bcdefg|[h]"],
    ["nowhere", [], undefined, "abcdefgh"],
    ["a part of it", [range(0, 3), range(4, 5), range(6, 8)], range(2, 7), "[c]|d|[e]|f|[g]"],
    ["a part inside of a range", [range(0, 8)], range(3, 5), "[de]"],
    ["a part without one", [range(0, 2), range(6, 8)], range(2, 6), "cdef"],
  ])("%s", (_, ranges, part, expected) => expect(shown("abcdefgh", ranges, part)).toBe(expected));
});
