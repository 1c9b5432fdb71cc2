import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isStorable, lookupName, normalizeExcerpt, normalizeLine, normalizeText } from "@/lib/text/normalize";
import { arbitraryText } from "./arbitrary-text";

describe("normalizeText", () => {
  test.each([
    ["NFC", "Cafe\u0301", "Café"],
    ["hamza put together", "\u0627\u0654", "أ"],
    ["byte order mark", "\uFEFFنص", "نص"],
    ["every kind of line end", "a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["controls", "a\u0000b\u0007c\u007Fd\u0090e", "abcde"],
    ["a control between a letter and its accent", "e\u0000\u0301", "é"],
    ["spaces at the end of lines", "سطر  \t\nآخر\u00A0", "سطر\nآخر"],
    ["three newlines and more", "a\n\n\n\nb", "a\n\nb"],
    ["lines that only seem blank", "a\n \n\t\n\nb", "a\n\nb"],
    ["outer blank lines", "\n \n  a\n\n", "  a"],
    ["half a surrogate pair", "a\uD83Db", "a\uFFFDb"],
    ["noncharacters", "a\uFFFEb\uFDD0c\u{1FFFE}d\uFFFFe", "abcde"],
    ["zero-width spaces alone", "\u200B\u200B", ""],
    ["an empty braille pattern alone", "\u2800", ""],
    ["a Hangul filler alone", "\u3164 \n\u115F", ""],
    ["soft hyphens alone", "\u00AD\u00AD", ""],
    ["combining marks alone", "\u0301 \u0651", ""],
    ["private use alone", "\uE000\u{F0000}", ""],
    ["an empty note head alone", "\u{1D159}", ""],
    ["blanks and controls of old scripts alone", "\u{13430}\u{13441}\u{16FE4}", ""],
    ["bidi marks alone", "\u200F\u061C\u2067", ""],
    ["an isolate that is left open", "\u2067abc\ndef", "\u2067abc\u2069\ndef"],
    ["an embedding that is left open", "\u202Babc ", "\u202Babc\u202C"],
    ["closers without an opener", "a\u2069b\u202Cc", "abc"],
    ["an isolate ends the embeddings in it", "\u2066a\u202Bb\u2069c", "\u2066a\u202Bb\u202C\u2069c"],
    ["an embedding does not end around an isolate", "\u202Ba\u2066b\u202Cc", "\u202Ba\u2066bc\u2069\u202C"],
    ["overrides and their ends", "a\u202Etxt.\u202Cexe\u202D", "atxt.exe"],
    ["an override between a letter and its accent", "e\u202E\u0301", "é"],
    ["nothing", "", ""],
  ])("%s", (_, raw, stored) => {
    expect(normalizeText(raw)).toBe(stored);
  });

  test("keeps what decides how a line reads: NBSP, tabs, joiners, bidi controls", () => {
    const text = "\u200Fتكلفة \u20676\u00A0$\u2069\tمی\u200Cخواهم 👩‍🔬";
    expect(normalizeText(text)).toBe(text);
  });

  test("is linear on long runs of spaces", () => {
    const spaces = " ".repeat(200_000);
    expect(normalizeText(`${spaces}x`)).toHaveLength(200_001);
    expect(normalizeLine(`a${spaces}x`)).toBe("a x");
  });

  test("is idempotent, whatever the text", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
        expect(once).not.toMatch(/\r|\n{3}|^\n|\s$/);
      }),
    );
  });
});

test("normalizeExcerpt keeps half of a pair of bidi controls, whose other half may stand outside", () => {
  expect(normalizeExcerpt("DeepSeek\u2069 \r\ncost\u0000s ")).toBe("DeepSeek\u2069\ncosts");
});

describe("normalizeLine", () => {
  test.each([
    ["newlines and runs", "  عنوان\n\n  طويل \t جدا ", "عنوان طويل جدا"],
    ["a lone NBSP", "6\u00A0ملايين", "6\u00A0ملايين"],
    ["a run with an NBSP in it", "6 \u00A0 ملايين", "6 ملايين"],
    ["NBSP at the ends", "\u00A0a\u00A0", "a"],
    ["signs that show nothing", "Deep\uFFFCSe\u{1D159}e\u{13441}k\uFFF9", "DeepSeek"],
    ["a sign between a letter and its accent", "e\uFFFC\u0301", "é"],
    ["a mark of an object between halves of a pair", "a\uD834\uFFFC\uDD59", "a\uFFFD\uFFFD"],
  ])("%s", (_, raw, line) => {
    expect(normalizeLine(raw)).toBe(line);
  });

  test("is idempotent, whatever the text", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = normalizeLine(text);
        expect(normalizeLine(once)).toBe(once);
        expect(once).not.toContain("\n");
      }),
    );
  });
});

test.each([
  ["a-word", true],
  ["كلمة \u200C\n", true],
  ["a\u0000", false],
  ["a\u0001", false],
  ["\uD800", false],
  ["\uFFFE", false],
])("%j can be what a row holds: %s", (text, storable) => {
  expect(isStorable(text)).toBe(storable);
  expect(lookupName(text)).toBe(storable ? text : "");
});
