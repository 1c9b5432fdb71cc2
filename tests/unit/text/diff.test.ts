import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffSpan, diffWords } from "@/lib/text/diff";
import { arbitraryText } from "./arbitrary-text";

/** The spans with their marks: [-removed-] and {+added+}. */
const marked = (spans: DiffSpan[]) =>
  spans
    .map(({ text, kind }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
const compared = (before: string, after: string, language = "en") => {
  const diff = diffWords(before, after, language);
  return [marked(diff.before), marked(diff.after)];
};

describe("the words that differ", () => {
  test.each([
    ["the same words", "The same.", "The same.", "The same.", "The same."],
    ["a word replaced", "It cost much.", "It cost little.", "It cost [-much-].", "It cost {+little+}."],
    ["a word put in", "It cost much.", "It really cost much.", "It cost much.", "It {+really+} cost much."],
    [
      "a word taken out",
      "It really cost much.",
      "It cost much.",
      "It [-really-] cost much.",
      "It cost much.",
    ],
    [
      "a sum stays whole",
      "It cost $6M, or 5%.",
      "It cost $5M, or 6%.",
      "It cost [-$6M-], or [-5%-].",
      "It cost {+$5M+}, or {+6%+}.",
    ],
    ["white space alone", "a  b\n\nc", "a b c", "a  b\n\nc", "a b c"],
    ["nothing before", "", "New words.", "", "{+New words.+}"],
    ["nothing after", "Old words.", "", "[-Old words.-]", ""],
    [
      "a comma between rewritten words",
      "One, two left",
      "Three, four left",
      "[-One, two-] left",
      "{+Three, four+} left",
    ],
  ])("%s", (_what, before, after, left, right) => {
    expect(compared(before, after)).toEqual([left, right]);
  });

  test("are words in Arabic too, with their vowel signs", () => {
    expect(compared("كلّف النموذج مبلغًا كبيرًا.", "كلّف النموذج مبلغًا صغيرًا.", "ar")).toEqual([
      "كلّف النموذج مبلغًا [-كبيرًا-].",
      "كلّف النموذج مبلغًا {+صغيرًا+}.",
    ]);
  });

  test("leave Latin names whole in a text from right to left", () => {
    expect(compared("درّب GPT-4 في عام", "درّب GPT-5 في عام", "ar")).toEqual([
      "درّب [-GPT-4-] في عام",
      "درّب {+GPT-5+} في عام",
    ]);
    expect(compared("trained GPT-4 in", "trained GPT-5 in")[0]).toBe("trained GPT-[-4-] in");
  });

  test("are found whatever the language tag is", () => {
    expect(compared("a b", "a c", "no such tag")).toEqual(["a [-b-]", "a {+c+}"]);
    expect(compared("a b", "a c", "ar_EG")).toHaveLength(2);
  });

  test("join to the two texts, in any script", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, fc.constantFrom("en", "ar"), (before, after, language) => {
        const diff = diffWords(before, after, language);
        expect(diff.before.map(({ text }) => text).join("")).toBe(before);
        expect(diff.after.map(({ text }) => text).join("")).toBe(after);
        expect(diff.before.some(({ kind }) => kind === "added")).toBe(false);
        expect(diff.after.some(({ kind }) => kind === "removed")).toBe(false);
        expect(diff.same).toBe([...diff.before, ...diff.after].every(({ kind }) => kind === "same"));
      }),
    );
  });

  test("of long texts that share nothing are found, and the search ends", () => {
    const words = (prefix: string) => Array.from({ length: 20_000 }, (_, n) => `${prefix}${n}`).join(" ");
    const diff = diffWords(words("a"), words("b"), "en");
    expect(diff.before).toHaveLength(1);
    expect(diff.after).toHaveLength(1);
  });
});
