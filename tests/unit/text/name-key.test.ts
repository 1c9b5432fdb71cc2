import { describe, expect, test } from "vitest";
import { nameKey } from "@/lib/text/name-key";

describe("names that look the same have one key", () => {
  test.each([
    ["two spaces", "Jane Doe", "jane  doe"],
    ["a no-break space", "Jane Doe", "Jane\u00a0Doe"],
    ["case", "Jane Doe", "JANE DOE"],
    ["a zero-width space", "Jane Doe", "Ja\u200bne Doe"],
    ["bidi marks", "Jane Doe", "\u200fJane Doe\u200e"],
    ["isolates", "Jane Doe", "\u2068Jane Doe\u2069"],
    ["a soft hyphen", "Jane Doe", "Jane D\u00adoe"],
    ["NFC and NFD", "Zo\u00e9", "Zoe\u0301"],
    ["full width", "Jane Doe", "Ｊａｎｅ Ｄｏｅ"],
    ["tashkeel", "عدّة", "عدة"],
    ["tatweel", "محمد", "محـــمد"],
    ["forms of alef", "أحمد", "احمد"],
    ["ta marbuta", "وزارة الصحة", "وزاره الصحه"],
    ["presentation forms", "لا", "ﻻ"],
    ["digits", "الفرقة ٤", "الفرقة 4"],
  ])("%s", (_what, one, other) => expect(nameKey(other)).toBe(nameKey(one)));

  test.each([
    ["Jane Doe", "John Doe"],
    ["ماء", "ما"],
    ["Ministry of Health of Egypt", "Ministry of Health of Jordan"],
  ])("%s and %s are others", (one, other) => expect(nameKey(other)).not.toBe(nameKey(one)));
});

test("what shows nothing has no key", () => expect(nameKey("\u200b\u200f !? ")).toBe(""));

test("a long name is cut between code points", () => {
  expect([...nameKey("😀".repeat(400))]).toHaveLength(300);
});
