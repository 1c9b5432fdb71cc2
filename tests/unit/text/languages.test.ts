import { describe, expect, test } from "vitest";
import { listedLanguages } from "@/lib/text/language-list";
import { namesOfLanguage, parseLanguage } from "@/lib/text/languages";

describe("a language is read as a tag or by its name", () => {
  test.each([
    ["ar", "ar"],
    ["AR-eg", "ar-EG"],
    ["iw", "he"],
    ["in", "id"],
    ["fa_IR", "fa-IR"],
    ["pt-br", "pt-BR"],
    ["sr-latn", "sr-Latn"],
    ["zh-yue", "yue"],
    ["zh-min-nan", "nan"],
    ["i-klingon", "tlh"],
    ["i-lux", "lb"],
    ["art-lojban", "jbo"],
    ["ar-u-nu-latn", "ar"],
    ["en-x-desk", "en"],
    ["apc", "apc"],
    ["und", "und"],
    ["\u200Far\u200F", "ar"],
    ["Arabic", "ar"],
    ["arabic", "ar"],
    ["ARABIC", "ar"],
    ["Arabic language", "ar"],
    ["عربي", "ar"],
    ["عربية", "ar"],
    ["العربية", "ar"],
    ["اللغة العربية", "ar"],
    ["farsi", "fa"],
    ["Persian", "fa"],
    ["فارسي", "fa"],
    ["فارسی", "fa"],
    ["الفارسية", "fa"],
    ["english", "en"],
    ["إنجليزي", "en"],
    ["انجليزية", "en"],
    ["الإنكليزية", "en"],
    ["hebrew", "he"],
    ["עברית", "he"],
    ["عبري", "he"],
    ["french", "fr"],
    ["français", "fr"],
    ["فرنسي", "fr"],
    ["Chinese", "zh"],
    ["中文", "zh"],
    ["mandarin", "zh"],
    ["صيني", "zh"],
    ["Sorani", "ckb"],
    ["تركي", "tr"],
    ["Urdu", "ur"],
    ["أردو", "ur"],
    ["darija", "ary"],
    ["Persian / الفارسية", "fa"],
    ["العربية / Arabic", "ar"],
    ["Arabic (Egypt)", "ar-EG"],
    ["العربية (مصر)", "ar-EG"],
    ["English (United States)", "en-US"],
    ["البرتغالية (البرازيل)", "pt-BR"],
    ["Persian (Afghanistan)", "fa-AF"],
    ["en-US-posix", "en-US"],
  ])("%s is %s", (typed, tag) => expect(parseLanguage(typed)).toBe(tag));

  test.each([
    "",
    "klingonish",
    "x",
    "und-???",
    "zz",
    "qqq",
    "ar-XX",
    "ar-Arabb",
    "Arabic / Persian",
    "Arabic (Nowhere)",
    "ar en",
    "123",
    "عربفارس",
  ])("%j is no language", (typed) => expect(parseLanguage(typed)).toBeNull());
});

test("every listed language has a name in English and in Arabic, and each of its names leads to it", () => {
  const shared: string[] = [];
  for (const tag of listedLanguages) {
    expect(parseLanguage(tag), tag).toBe(tag);
    const [en, ar, ...others] = namesOfLanguage(tag);
    expect([en, ar].every(Boolean), tag).toBe(true);
    for (const name of [en, ar, ...others])
      if (parseLanguage(name as string) !== tag) shared.push(`${tag} ${name}`);
  }
  expect(shared).toEqual([]);
});
