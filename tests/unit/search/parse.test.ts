import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearch, type Term } from "@/lib/search/parse";

const said = ({ excluded, ...term }: Term): string => {
  const sign = excluded ? "-" : "";
  if (term.kind === "field") return `${sign}${term.field}:${term.words.join("+")}`;
  if (term.kind === "quantity") return `${sign}${term.token}`;
  return term.kind === "phrase" ? `${sign}"${term.text}"` : `${sign}${term.text}`;
};
const read = (typed: string) =>
  parseSearch(typed)
    .map((terms) => terms.map(said).join("|"))
    .join(" ");

describe("what a reader types", () => {
  test.each([
    ["vance paris", "vance paris"],
    ["VÂNCE  Paris!", "vance paris"],
    ['"open source" ai', '"open source" ai'],
    ["“open source”", '"open source"'],
    ["«مفتوح المصدر»", '"مفتوح المصدر"'],
    ['"never closed', '"never closed"'],
    ["ai -china", 'ai -"china"'],
    ['ai -"south china"', 'ai -"south china"'],
    ["well-known", "well known"],
    ["- alone", "alone"],
    ["paris OR london", "paris|london"],
    ["باريس أو لندن", "باريس|لندن"],
    ["a paris OR london b", "a paris|london b"],
    ["OR", ""],
    ["paris OR", "paris"],
    ["OR paris", "paris"],
    ["claimant:vance", "claimant:vance"],
    ['claimant:"JD Vance" status:disputed', "claimant:jd+vance status:disputed"],
    ["-status:false", "-status:false"],
    ["year:٢٠٢٥", "year:2025"],
    ["القائل:فانس", "claimant:فانس"],
    ["H800 chips", "h800 chips"],
    ["claimant:", "claimant"],
    ["http://example.org", "http example org"],
    ["note: this", "note this"],
    ["$6M", "usd:6000000"],
    ["paid 6 million dollars twice", "paid usd:6000000 twice"],
    ["٦ ملايين دولار", "usd:6000000"],
    ["-$6M", "-usd:6000000"],
    ["؟!", ""],
    ["", ""],
  ])("%s", (typed, expected) => expect(read(typed)).toBe(expected));
});

test("anything typed is read, and has only folded words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      for (const terms of parseSearch(typed)) expect(terms.length).toBeGreaterThan(0);
    }),
  );
});
