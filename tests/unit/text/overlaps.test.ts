import { expect, test } from "vitest";
import { numberOverlaps } from "@/lib/text/overlaps";

const mark = (id: string, start: number, end: number) => ({ id, start, end });

test("marks that share words are numbered in the order of the text; others are not", () => {
  const marks = [
    mark("alone", 0, 5),
    mark("c", 18, 30),
    mark("a", 5, 20),
    mark("touches", 30, 40),
    mark("b", 10, 15),
  ];
  expect([...numberOverlaps(marks)]).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", 2],
  ]);
});

test("one inside of another far behind its beginning is found", () => {
  expect(
    [...numberOverlaps([mark("long", 0, 100), mark("x", 10, 20), mark("y", 50, 60)])].map(([id]) => id),
  ).toEqual(["long", "x", "y"]);
});

test("two with the same words both have a number", () => {
  expect(numberOverlaps([mark("a", 0, 9), mark("b", 0, 9)]).size).toBe(2);
});
