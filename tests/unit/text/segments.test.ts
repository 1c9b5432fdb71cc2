import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointLength } from "@/lib/text/code-points";
import { splitParagraphs } from "@/lib/text/paragraphs";
import { segmentParagraphs, segmentText } from "@/lib/text/segments";
import { arbitraryText } from "./arbitrary-text";

const mark = (id: string, start: number, end: number) => ({ id, start, end });
const ids = (marks: { id: string }[]) => marks.map(({ id }) => id).join("");
const shape = (segments: { text: string; marks: { id: string }[]; ends: { id: string }[] }[]) =>
  segments.map(({ text, marks, ends }) => [text, ids(marks), ids(ends)]);

const arbitraryMarks = fc.array(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    start: fc.integer({ min: -3, max: 40 }),
    end: fc.integer({ min: -3, max: 40 }),
  }),
  { maxLength: 6 },
);

describe("segmentText", () => {
  test("cuts at the edges of marks, innermost first", () => {
    const segments = segmentText("كلّف 6 ملايين دولار", [
      mark("A", 0, 19),
      mark("B", 5, 13),
      mark("C", 7, 19),
    ]);
    expect(shape(segments)).toEqual([
      ["كلّف ", "A", ""],
      ["6 ", "BA", ""],
      ["ملايين", "BCA", "B"],
      [" دولار", "CA", "CA"],
    ]);
  });

  test("counts code points", () => {
    expect(shape(segmentText("😀H800👩‍🔬", [mark("a", 1, 5)]))).toEqual([
      ["😀", "", ""],
      ["H800", "a", "a"],
      ["👩‍🔬", "", ""],
    ]);
  });

  test("marks of one place are ordered by id, whatever order they come in", () => {
    const [a, b] = [mark("a", 0, 2), mark("b", 0, 2)];
    expect(segmentText("xy", [b, a])).toEqual(segmentText("xy", [a, b]));
  });

  test("cuts off what reaches over an end, leaves out what covers nothing", () => {
    const marks = [mark("a", -5, 1), mark("b", 2, 99), mark("c", 50, 60), mark("d", 1, 1), mark("e", 2, 1)];
    expect(shape(segmentText("xyz", marks))).toEqual([
      ["x", "a", "a"],
      ["y", "", ""],
      ["z", "b", "b"],
    ]);
  });

  test("no marks is one segment, no text none", () => {
    expect(shape(segmentText("نص", []))).toEqual([["نص", "", ""]]);
    expect(segmentText("", [mark("a", 0, 1)])).toEqual([]);
  });

  test("the segments joined are the text, end to end, and each mark ends once", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryMarks, (text, marks) => {
        const segments = segmentText(text, marks);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        let at = 0;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          at = segment.end;
          expect(segment.end - segment.start).toBe(codePointLength(segment.text));
          expect(segment.marks.every((m) => m.start <= segment.start && m.end >= segment.end)).toBe(true);
        }
        expect(at).toBe(codePointLength(text));
        const covering = marks.filter((m) => m.start < m.end && at > 0 && m.end > 0 && m.start < at);
        expect(segments.flatMap((segment) => segment.ends)).toHaveLength(covering.length);
      }),
    );
  });
});

describe("paragraphs", () => {
  test("are the lines with something in them, with their offsets in the whole", () => {
    expect(splitParagraphs("\n😀 أول\n\nثان\n \t\nثالث")).toEqual([
      { text: "😀 أول", start: 1, end: 6 },
      { text: "ثان", start: 8, end: 11 },
      { text: "ثالث", start: 15, end: 19 },
    ]);
    expect(splitParagraphs(" \n")).toEqual([]);
  });

  test("stand where they say, and hold all that isn't white space", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const found = splitParagraphs(text);
        for (const { text: words, start, end } of found)
          expect([...text].slice(start, end).join("")).toBe(words);
        const bare = (words: string) => words.replace(/\s/g, "");
        expect(found.map((paragraph) => bare(paragraph.text)).join("")).toBe(bare(text));
      }),
    );
  });
});

describe("segmentParagraphs", () => {
  test("a mark over two paragraphs is in both and ends in the last", () => {
    const found = segmentParagraphs("aaa\n\nbbb\n\nccc", [mark("m", 1, 7)]);
    expect(found.map(({ segments }) => shape(segments))).toEqual([
      [
        ["a", "", ""],
        ["aa", "m", ""],
      ],
      [
        ["bb", "m", "m"],
        ["b", "", ""],
      ],
      [["ccc", "", ""]],
    ]);
    expect(found[1]?.segments[0]).toMatchObject({ start: 5, end: 7 });
  });

  test("a mark that ends between paragraphs, or after the last, ends with the one before", () => {
    const found = segmentParagraphs("aaa\n\nbbb", [mark("m", 1, 4), mark("n", 0, 5), mark("o", 6, 99)]);
    expect(found.map(({ segments }) => segments.map(({ ends }) => ids(ends)))).toEqual([
      ["", "mn"],
      ["", "o"],
    ]);
  });

  test("joined segments are the paragraphs, and no mark ends twice", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryMarks, (text, marks) => {
        const found = segmentParagraphs(text, marks);
        const texts = found.map(({ segments }) => segments.map((segment) => segment.text).join(""));
        expect(texts).toEqual(splitParagraphs(text).map((paragraph) => paragraph.text));
        const ended = found.flatMap(({ segments }) => segments.flatMap(({ ends }) => ends));
        const seen = new Set(found.flatMap(({ segments }) => segments.flatMap((segment) => segment.marks)));
        expect(new Set(ended)).toEqual(seen);
        expect(ended).toHaveLength(seen.size);
      }),
    );
  });
});
