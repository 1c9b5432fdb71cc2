import { describe, expect, test } from "vitest";
import { locateQuote } from "@/lib/desk/claims/locate-quote";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";

describe("a part of a word or number", () => {
  test.each([
    ["5 percent", "It fell by 35 percent."],
    ["3 percent", "It fell by - 3 percent."],
    ["$5", "It cost $5 million."],
    ["war", "They call it war_crime."],
    ["٥", "بلغ ٥ ملايين."],
    ["قَتَلَ", "قيل إنه قُتِلَ."],
  ])("is not found by typing it: %s in: %s", (words, text) => {
    expect(() => locateQuote(text, words)).toThrow(
      expect.objectContaining({ code: "invalid", details: [{ path: "quote", message: "quote_not_found" }] }),
    );
  });

  test.each([
    ["5 percent", "It fell by 35 percent."],
    ["3 percent", "It fell by - 3 percent."],
    ["$5", "It cost $5 million."],
    ["war", "They call it war_crime."],
    ["٥", "بلغ ٥ ملايين."],
    ["٣", "بلغ ١ ـ ٣ منها."],
  ])("is quoted where it was selected: %s in: %s", (words, text) => {
    const start = text.indexOf(words);
    expect(locateQuote(text, words, { start })).toMatchObject({ exact: words, start });
  });

  test("is refused with the way out in both languages", () => {
    expect(en.fields.errors.quote_not_found).toContain("select them in the text");
    expect(ar.fields.errors.quote_not_found).toContain("حددها في النص");
  });
});
