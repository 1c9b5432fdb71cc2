import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slugify, withSuffix } from "@/lib/text/slug";
import { arbitraryText } from "./arbitrary-text";

describe("slugify", () => {
  test.each([
    ["تكلفة 6 ملايين دولار على 2,000 وحدة H800", "تكلفة-6-ملايين-دولار-على-2000-وحدة-h800"],
    ["قِيلَ إِنَّ الأمرَ كتـــاب", "قيل-إن-الأمر-كتاب"],
    ["DeepSeek's R1 — “open source”?", "deepseeks-r1-open-source"],
    ["Café\u00A0 ÉCOLE", "café-école"],
    ["Cafe\u0301", "café"],
    ["\uFEFBم", "لام"],
    ["\u200Fالنص\u200F \u2067ABC\u2069", "النص-abc"],
    ["في ٢٠٢٣", "في-٢٠٢٣"],
    ["नमस्ते दुनिया", "नमस्ते-दुनिया"],
    ["--a--b--", "a-b"],
    ["../../etc/passwd?x=1#y", "etc-passwd-x-1-y"],
  ])("%s", (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test("is never empty", () => {
    expect(slugify("؟!")).toBe("claim");
    expect(slugify("😀", 80, "article")).toBe("article");
  });

  test("is cut between words, or inside one that is too long", () => {
    expect(slugify("one two three", 8)).toBe("one-two");
    expect(slugify("one two three", 7)).toBe("one-two");
    expect(slugify("one two three", 6)).toBe("one");
    expect(slugify("abcdef ghi", 4)).toBe("abcd");
    expect(slugify("𝔸𐐀𐐨", 4)).toBe("a𐐨");
  });

  test("whatever the text: idempotent, short enough, safe in a path, NFC", () => {
    fc.assert(
      fc.property(arbitraryText, fc.integer({ min: 8, max: 90 }), (text, max) => {
        const slug = slugify(text, max);
        expect(slugify(slug, max)).toBe(slug);
        expect(slug.length).toBeLessThanOrEqual(max);
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
        expect(slug.normalize("NFC")).toBe(slug);
        expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });
});

describe("withSuffix", () => {
  test("numbers a slug, within the length", () => {
    expect(withSuffix("تكلفة", 2)).toBe("تكلفة-2");
    expect(withSuffix("one-two-three", 12, 13)).toBe("one-two-12");
    expect(withSuffix("a".repeat(80), 2)).toHaveLength(80);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses %s", (n) => {
    expect(() => withSuffix("a", n)).toThrow(RangeError);
  });
});
