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
    ["a hamza on another letter", "هيئة", "هيأة"],
    ["a hamza on the line", "مسؤول", "مسءول"],
    ["a hamza on the line in NFD", "شؤون", "ش\u0621ون"],
    ["presentation forms of a hamza", "مسؤول", "مس\uFE8Bول"],
    ["a hamza over a Persian yeh", "هيئة", "ه\u06CC\u06CC\u0654ة"],
    ["a maqsura", "منى", "مني"],
    ["the sign for an ayn", "Sa\u02BFid", "Said"],
    ["Cyrillic letters", "Jane Cope", "J\u0430n\u0435 \u0421\u043Eр\u0435"],
    ["Cyrillic capitals", "BTC Network", "\u0412\u0422\u0421 Network"],
    ["Greek letters", "Open Co", "\u039Fpen C\u03BF"],
    ["case in another script", "Путин", "ПУТИН"],
    ["letters that show nothing", "Jane Doe", "Ja\u2800ne\u3164 D\u115Foe\u1160\uFFA0\u180E"],
  ])("%s", (_what, one, other) => {
    expect(nameKeys(other).filter((key) => nameKeys(one).includes(key))).not.toEqual([]);
  });

  test.each([
    ["Jane Doe", "John Doe"],
    ["ماء", "ما"],
    ["علاء", "علا"],
    ["Николай", "Никита"],
    ["Ministry of Health of Egypt", "Ministry of Health of Jordan"],
  ])("%s and %s are others", (one, other) => {
    expect(nameKeys(other).filter((key) => nameKeys(one).includes(key))).toEqual([]);
  });
});

test("what shows nothing has no key", () => expect(nameKeys("\u200b\u200f !? \u2800\u3164")).toEqual([]));

test("a long name is cut between code points", () => {
  expect(nameKeys("😀".repeat(400)).map((key) => [...key].length)).toEqual([300]);
});
