import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldWithMap, originalRange } from "@/lib/text/fold";
import { arbitraryText } from "./arbitrary-text";

describe("the same when folded", () => {
  test.each([
    ["tashkeel", "قِيلَ إِنَّ التَّكْلِفَةَ", "قيل ان التكلفه"],
    ["superscript alef", "هٰذا", "هذا"],
    ["tatweel", "كتـــاب", "كتاب"],
    ["alef and its hamzas", "أحمد إلى آخر ٱلأمر", "احمد الي اخر الامر"],
    ["hamza on waw and yeh", "مسؤول الشائعات", "مسوول الشايعات"],
    ["hamza in two code points", "\u0627\u0654\u064A", "أي"],
    ["ta marbuta", "مدرسة", "مدرسه"],
    ["alef maqsura", "على", "علي"],
    ["Persian kaf and yeh", "کتابی", "كتابي"],
    ["Urdu heh and yeh", "ہے", "هي"],
    ["presentation forms", "\uFEFB \uFE91", "لا ب"],
    ["a whole sentence in one character", "\uFDF2", "الله"],
    ["Arabic-Indic digits", "٢٠٢٣", "2023"],
    ["Extended Arabic-Indic digits", "۲۰۲۳", "2023"],
    ["Arabic separators", "٢٬٠٠٠٫٥٪", "2,000.5%"],
    ["Arabic punctuation", "قال؛ نعم، لماذا؟", "قال نعم لماذا"],
    ["quotes of any kind", "«قال» “said” 'it'", "قال said it"],
    ["bidi controls", "\u200Fتكلفة \u2067H800\u2069", "تكلفه h800"],
    ["zero-width joiners", "می\u200Cخواهم", "ميخواهم"],
    ["case and accents", "CAFÉ Ångström İstanbul", "cafe angstrom istanbul"],
    ["letters Unicode does not decompose", "Łódź Straße Øre", "lodz strasse ore"],
    ["Greek final sigma", "ΟΔΟΣ", "οδοσ"],
    ["full width", "ＤｅｅｐＳｅｅｋ", "deepseek"],
    ["white space", "  a \u00A0\n b\t", "a b"],
    ["hyphens", "COVID‑19 – COVID-19", "covid 19 covid 19"],
    ["a point or comma in a number stays, elsewhere not", "$5.6M, 2,000. v3.", "$5.6m 2,000 v3"],
  ])("%s", (_, text, same) => {
    expect(fold(text)).toBe(fold(same));
  });

  test("a mixed sentence, as it is typed and as it was printed", () => {
    const bare = "تكلفة 6 ملايين دولار على 2,000 وحدة H800";
    const printed = "تَكْلِفة ٦ ملايينَ دولارٍ على ٢٬٠٠٠ وَحدة \u2066h800\u2069";
    expect(fold(printed)).toBe(fold(bare));
    expect(fold(bare)).toBe("تكلفه 6 ملايين دولار علي 2,000 وحده h800");
  });
});

describe("not the same", () => {
  test.each([
    ["water and what: the hamza on the line stays", "ماء", "ما"],
    ["letters of Persian that Arabic lacks", "گل", "كل"],
    ["Japanese voicing", "か", "が"],
    ["Hindi vowels", "कि", "की"],
    ["two numbers", "2.5", "25"],
  ])("%s", (_, a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
});

test("keeps other scripts whole, in NFC", () => {
  for (const text of ["한글", "नमस्ते", "が", "ภาษาไทย"]) expect(fold(text)).toBe(text);
});

describe("the way back", () => {
  const found = (text: string, words: string) => {
    const folded = foldWithMap(text);
    const at = folded.folded.indexOf(fold(words));
    const { start, end } = originalRange(folded, at, at + fold(words).length);
    return text.slice(start, end);
  };

  test.each([
    ["tashkeel, the last letter's too", "هذا كِتَابٌ جديد", "كتاب", "كِتَابٌ"],
    ["digits", "عام ٢٠٢٣ كان", "2023", "٢٠٢٣"],
    ["after an emoji", "👩‍🔬 قالَت", "قالت", "قالَت"],
    ["without the spaces around", "a  B  c", "b", "B"],
    ["at the end, without trailing space", "هو كتابٌ  \n", "كتاب", "كتابٌ"],
    ["half of a ligature is all of it", "\uFEFBم", "ل", "\uFEFB"],
    ["the other half too", "\uFEFBم", "ا", "\uFEFB"],
    ["a letter that became two", "Straße!", "s", "S"],
  ])("%s", (_, text, words, original) => {
    expect(found(text, words)).toBe(original);
  });

  test("refuses a range that isn't one", () => {
    const folded = foldWithMap("كتاب");
    for (const [start, end] of [
      [0, 0],
      [-1, 2],
      [0, 5],
      [3, 2],
    ] as const) {
      expect(() => originalRange(folded, start, end)).toThrow(RangeError);
    }
  });
});

describe("whatever the text", () => {
  test("folding twice is folding once", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(once.normalize("NFKC")).toBe(once);
        expect(once).not.toMatch(/^\s|\s$|\s\s|[\u064B-\u0652\u0640]/);
      }),
      { numRuns: 500 },
    );
  });

  test("every code point of the BMP and the emoji planes folds once and for all", () => {
    const unstable: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const once = fold(`か${String.fromCodePoint(code)}\u3099`);
      if (fold(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  }, 30_000);

  test("the map has an entry for each unit and the end, and never goes back", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { folded, map } = foldWithMap(text);
        expect(folded).toBe(fold(text));
        expect(map).toHaveLength(folded.length + 1);
        expect(map).toEqual([...map].sort((a, b) => a - b));
        expect(map.at(-1)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("what a folded character came from folds to something that has it", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const folded = foldWithMap(text);
        for (let i = 0; i < folded.folded.length; i++) {
          const { start, end } = originalRange(folded, i, i + 1);
          expect(end).toBeGreaterThan(start);
          const unit = folded.folded[i] as string;
          // alone, a space is trimmed away and a point has lost the digits that kept it
          if (!/[\s.,]/.test(unit)) expect(fold(text.slice(start, end))).toContain(unit);
        }
      }),
    );
  });
});
