import { describe, expect, test } from "vitest";
import { nameKeys } from "@/lib/text/name-key";

describe("names that look the same share a key", () => {
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
    ["a space inside", "DeepSeek", "Deep Seek"],
    ["a hyphen inside", "eHealth", "e-Health"],
    ["a hyphen or a space", "E Health", "e-Health"],
    ["a space in Arabic", "عبدالله", "عبد الله"],
    ["the seat of a hamza", "مسؤول", "مسئول"],
    ["the seat of a hamza in NFD", "شؤون", "شي\u0654ون"],
    ["a hamza left out", "مسؤول", "مسوول"],
    ["letters that show nothing", "Jane Doe", "Ja\u2800ne\u3164 D\u115Foe\u1160\uFFA0\u180E"],
  ])("%s", (_what, one, other) => {
    expect(nameKeys(other).filter((key) => nameKeys(one).includes(key))).not.toEqual([]);
  });

  test.each([
    ["Jane Doe", "John Doe"],
    ["ماء", "ما"],
    ["Ministry of Health of Egypt", "Ministry of Health of Jordan"],
  ])("%s and %s are others", (one, other) => {
    expect(nameKeys(other).filter((key) => nameKeys(one).includes(key))).toEqual([]);
  });
});

test("what shows nothing has no key", () => expect(nameKeys("\u200b\u200f !? \u2800\u3164")).toEqual([]));

test("a long name is cut between code points", () => {
  expect(nameKeys("😀".repeat(400)).map((key) => [...key].length)).toEqual([300]);
});
