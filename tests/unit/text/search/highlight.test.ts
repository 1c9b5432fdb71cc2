import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "@/lib/text/fold";
import { graphemesOf } from "@/lib/text/graphemes";
import { buildHighlightTerms, highlight } from "@/lib/text/search/highlight";
import { parseSearch, type SearchField } from "@/lib/text/search/parse";
import { separateScripts } from "@/lib/text/search/word-separation";
import { arbitraryText } from "../arbitrary-text";

/** What is marked in a text, when plain words find what begins with them. */
function marked(text: string, typed: string, field?: SearchField): string[] {
  const words = parseSearch(typed).flatMap((terms) =>
    terms.flatMap((term) => (term.kind === "word" && !term.excluded ? [term.text] : [])),
  );
  const found = fold(text)
    .split(" ")
    .filter((word) => words.some((beginning) => word.startsWith(beginning)));
  return highlight(text, buildHighlightTerms(parseSearch(typed), new Set(found)), field).map(
    ({ start, end }) => text.slice(start, end),
  );
}

describe("marks the reader's text, not the folded one", () => {
  test.each([
    ["a word", "Latent attention cuts memory", "attention", ["attention"]],
    ["case and accents", "The CAFÉ and the café", "cafe", ["CAFÉ", "café"]],
    ["its beginning found: the whole word", "Regulations and rules", "regul", ["Regulations"]],
    ["without the punctuation around", "“Chips”, he said.", "chips", ["Chips"]],
    ["tashkeel, the last letter's too", "هذا كِتَابٌ جديد", "كتاب", ["كِتَابٌ"]],
    ["tatweel", "هذا كتـــاب", "كتاب", ["كتـــاب"]],
    ["hamza and ta marbuta typed otherwise", "قالت أكاديمية الصين", "اكاديميه", ["أكاديمية"]],
    ["a presentation form", "قال \uFEFB غير", "لا", ["\uFEFB"]],
    ["digits of the other script", "في عام ٢٠٢٣ كان", "2023", ["٢٠٢٣"]],
    ["a letter and its joiners", "قالت 👩‍🔬 ذلك", "👩‍🔬", ["👩‍🔬"]],
    ["several words", "Vance said that AI", "ai vance", ["Vance", "AI"]],
    ["either of two", "chips or models", "chips OR models", ["chips", "models"]],
    ["nothing", "Latent attention", "xyzzy", []],
    ["nothing for punctuation", "Latent attention", "...", []],
    ["nothing that is excluded", "Latent attention", "attention -latent", ["attention"]],
  ])("%s", (_, text, typed, expected) => expect(marked(text, typed)).toEqual(expected));
});

describe("marks a quantity however it is written", () => {
  test.each([
    ["$6M", "It cost 6 million dollars.", ["6 million dollars"]],
    ["$6M", "كلّف ٦ ملايين دولار فقط", ["٦ ملايين دولار"]],
    ["$6M", "كلّف ٦ ملايينَ دولارٍ.", ["٦ ملايينَ دولارٍ"]],
    ["٦ ملايين دولار", "It cost $6,000,000, they say", ["$6,000,000"]],
    ["13%", "by ١٣٪ in a year", ["١٣٪"]],
    ["2000", "on 2,000 units", ["2,000"]],
    ["800", "on H800 chips", ["800"]],
    ["$6M", "€6M and 6", []],
    ["-$6M", "It cost $6M.", []],
  ])("%s in %s", (typed, text, expected) => expect(marked(text, typed)).toEqual(expected));
});

describe("marks a phrase as one", () => {
  test.each([
    ["over the space between", "AI will kill jobs", '"will kill"', ["will kill"]],
    ["over punctuation and tashkeel", "قِيلَ: إنَّ التكلفة", "«قيل ان»", ["قِيلَ: إنَّ"]],
    ["whole words only", "he kills jobs", '"kill jobs"', []],
    ["not its words apart", "jobs that kill", '"kill jobs"', []],
    ["each time", "a b, then a b", '"a b"', ["a b", "a b"]],
    ["where it overlaps itself", "go go go now", '"go go"', ["go go go"]],
    ["with a word in it", "open models win", 'open "open models"', ["open models"]],
    ["with a quantity in it", "some 6 million dollars", '"6 million" $6M', ["6 million dollars"]],
  ])("%s", (_, text, typed, expected) => expect(marked(text, typed)).toEqual(expected));
});

describe("marks a field's words in that field alone", () => {
  test.each<[string, SearchField | undefined, string[]]>([
    ["claimant:vance", "claimant", ["Vance"]],
    ["القائل:vance", "claimant", ["Vance"]],
    ["claimant:vance", "publisher", []],
    ["claimant:vance", undefined, []],
    ["-claimant:vance", "claimant", []],
    ["claimant:vance jd", "claimant", ["JD Vance"]],
    ["vance", undefined, ["Vance"]],
  ])("%s in %s", (typed, field, expected) => {
    const found = marked("JD Vance", typed, field);
    expect(found.join(" ")).toBe(expected.join(" "));
  });
});

test("ranges are in order, apart, inside of the text, and on the borders of characters", () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, fc.array(fc.nat(40)), (text, typed, picks) => {
      const words = separateScripts(fold(text)).split(" ");
      const found = new Set(picks.map((pick) => words[pick % words.length] ?? "").filter(Boolean));
      const ranges = highlight(
        text,
        buildHighlightTerms(parseSearch(`${typed} "${words.slice(0, 2).join(" ")}"`), found),
      );
      const graphemes = graphemesOf(text);
      let before = -1;
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThan(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect([graphemes.startAt(start), graphemes.endAt(end)]).toEqual([start, end]);
        before = end;
      }
      if (found.size > 0) expect(ranges.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
