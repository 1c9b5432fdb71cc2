import { expect, test } from "vitest";
import { blankLineParagraphs } from "@/lib/text/paragraphs";

test.each([
  ["LF", "one\n\ntwo\nstill two"],
  ["CRLF, as forms send it", "one\r\n\r\ntwo\nstill two"],
  ["CR", "one\r\rtwo\nstill two"],
  ["LS and PS", "one\u2028\u2029two\nstill two"],
  ["NEL", "one\u0085\u0085two\nstill two"],
  ["lines that only seem blank", "one\n \t\n\u00A0\ntwo\nstill two"],
  ["blank lines at the ends", "\r\n\r\none\r\n\r\n\r\ntwo\nstill two\r\n\r\n"],
])("the paragraphs of a text with %s", (_, text) => {
  expect(blankLineParagraphs(text).map((paragraph) => paragraph.trim())).toEqual(["one", "two\nstill two"]);
});
