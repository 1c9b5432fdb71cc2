import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointLength, sliceCodePoints } from "@/lib/text/code-points";
import { splitRuns } from "@/lib/text/mixed-runs";
import { normalizeText } from "@/lib/text/normalize";
import { segmentParagraphs } from "@/lib/text/segments";
import {
  cutIntoPieces,
  findDomPoint,
  neighbour,
  type SelectedPiece,
  selectedRange,
  type TextNodePiece,
} from "@/lib/text/selection";
import { arbitraryRange } from "./arbitrary-text";

// A text as a page shows it: paragraphs, cut at marks, cut again where the direction changes.
function shown(text: string, marks: Array<{ id: string; start: number; end: number }> = []): TextNodePiece[] {
  return segmentParagraphs(text, marks).flatMap(({ segments }) =>
    splitRuns(segments, "rtl").flatMap(({ parts }) =>
      parts.flatMap(({ segment, start, pieces }) =>
        cutIntoPieces(
          segment.start + codePointLength(segment.text.slice(0, start)),
          pieces.map((piece) => piece.text),
        ),
      ),
    ),
  );
}

/** What a browser would report for a selection from one place of the text to another. */
function select(pieces: TextNodePiece[], start: number, end: number): SelectedPiece[] {
  const [from, to] = [findDomPoint(pieces, start, "start"), findDomPoint(pieces, end, "end")];
  if (!from || !to) return [];
  return pieces.slice(from.piece, to.piece + 1).map((piece, i) => ({
    ...piece,
    from: i === 0 ? from.offset : 0,
    to: i === to.piece - from.piece ? to.offset : piece.text.length,
  }));
}

const text = "تقول الشركة إنه كلّف $6M على 2,000 وحدة H800.\n\nSecond 😀 paragraph, الفقرة الثانية.";
const marks = [
  { id: "a", start: 12, end: 30 },
  { id: "b", start: 20, end: 60 },
];

test("words are found at their place, over marks, paragraphs and changes of direction", () => {
  const pieces = shown(text, marks);
  for (const words of ["$6M على 2,000 وحدة H800", "كلّف", "😀 paragraph", "H800.\n\nSecond", "الثانية."]) {
    const start = codePointLength(text.slice(0, text.indexOf(words)));
    const range = selectedRange(select(pieces, start, start + codePointLength(words)));
    expect(range && sliceCodePoints(text, range.start, range.end)).toBe(words);
  }
});

test("half an emoji is the whole one", () => {
  const piece = { text: "a😀b", start: 10 };
  expect(selectedRange([{ ...piece, from: 1, to: 2 }])).toEqual({ start: 11, end: 12 });
  expect(selectedRange([{ ...piece, from: 2, to: 4 }])).toEqual({ start: 11, end: 13 });
});

test("white space alone is no selection", () => {
  expect(selectedRange([{ text: "a  b", start: 0, from: 1, to: 3 }])).toBeNull();
  expect(selectedRange([])).toBeNull();
});

test("a place between two paragraphs is not shown", () => {
  const pieces = shown("one\n\ntwo");
  expect(findDomPoint(pieces, 4, "start")).toBeNull();
  expect(findDomPoint(pieces, 3, "end")).toEqual({ piece: 0, offset: 3 });
  expect(findDomPoint(pieces, 5, "start")).toEqual({ piece: 1, offset: 0 });
});

test("every range of every text comes back as it was selected", () => {
  fc.assert(
    fc.property(arbitraryRange, fc.nat(), fc.nat(), (given, a, b) => {
      const stored = normalizeText(given.text);
      const length = codePointLength(stored);
      const [start, end] = [Math.min(given.start, length), Math.min(given.end, length)];
      const pieces = shown(stored, [{ id: "m", start: Math.min(a, b) % (length + 1), end: Math.max(a, b) }]);
      const parts = select(pieces, start, end);
      fc.pre(start < end && parts.length > 0);
      const words = sliceCodePoints(stored, start, end).trim();
      const range = selectedRange(parts);
      expect(range ? sliceCodePoints(stored, range.start, range.end).trim() : "").toBe(words);
    }),
  );
});

test("sentences are stepped through in both ways", () => {
  const [one, two, three] = [
    { start: 0, end: 5 },
    { start: 6, end: 9 },
    { start: 11, end: 20 },
  ] as const;
  const all = [one, two, three];
  expect(neighbour(all, null, "next")).toBe(one);
  expect(neighbour(all, one, "next")).toBe(two);
  expect(neighbour(all, { start: 7, end: 8 }, "next")).toBe(three);
  expect(neighbour(all, three, "next")).toBeNull();
  expect(neighbour(all, null, "previous")).toBe(three);
  expect(neighbour(all, { start: 7, end: 20 }, "previous")).toBe(one);
  expect(neighbour(all, one, "previous")).toBeNull();
});
