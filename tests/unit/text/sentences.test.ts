import fc from "fast-check";
import { expect, test } from "vitest";
import { sliceCodePoints } from "@/lib/text/code-points";
import { splitSentences } from "@/lib/text/sentences";
import { arbitraryText } from "./arbitrary-text";

const cut = (text: string, language: string) =>
  splitSentences(text, language).map(({ start, end }) => sliceCodePoints(text, start, end));

test.each([
  ["ar", "كلّف 5.6 ملايين دولار. هل هذا صحيح؟ نعم!", ["كلّف 5.6 ملايين دولار.", "هل هذا صحيح؟", "نعم!"]],
  ["ar", 'قال: "هذا صحيح." ثم مضى.', ['قال: "هذا صحيح."', "ثم مضى."]],
  ["ar", "قال د. محمد ذلك. ثم سكت.", ["قال د. محمد ذلك.", "ثم سكت."]],
  ["en", "It cost $5.6M. Really? 😀 Yes.", ["It cost $5.6M.", "Really?", "😀 Yes."]],
  ["en", "Dr. Smith met Mr. Jones. They spoke.", ["Dr. Smith met Mr. Jones.", "They spoke."]],
  ["en", "  A title\nA line. \n\n Another ", ["A title", "A line.", "Another"]],
  ["ar", " \n ", []],
])("%s: %s", (language, text, expected) => {
  expect(cut(text, language)).toEqual(expected);
});

test("refuses what isn't a language tag", () => {
  expect(() => splitSentences("x", "not a tag")).toThrow(RangeError);
});

test("whatever the text: in order, trimmed, within a line, and nothing but white space left out", () => {
  fc.assert(
    fc.property(arbitraryText, fc.constantFrom("ar", "en"), (text, language) => {
      const found = cut(text, language);
      for (const sentence of found) {
        expect(sentence).toBe(sentence.trim());
        expect(sentence).not.toMatch(/^$|\n/);
      }
      expect(found.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});
