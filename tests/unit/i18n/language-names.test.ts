import { expect, test } from "vitest";
import { languageName } from "@/lib/i18n/formats";
import { languageChoices } from "@/lib/i18n/language-choices";
import { pickText } from "@/lib/i18n/localized";
import { langAttribute } from "@/lib/text/direction";

test("an unknown language is shown as nothing", () => {
  expect(["und", "und-Arab"].map((tag) => languageName(tag, "en"))).toEqual(["", ""]);
  expect(languageName("und", "ar")).toBe("");
  expect(langAttribute("und")).toBe("");
  expect(langAttribute("fa")).toBe("fa");
});

test("the list has each language by its names in both scripts, that of the screen first", () => {
  const nameOf = (locale: "en" | "ar", wanted: string) =>
    languageChoices(locale).find(({ tag }) => tag === wanted)?.name;
  expect(nameOf("en", "ar")).toMatch(/^Arabic \/ العربية/);
  expect(nameOf("ar", "ar")).toMatch(/^العربية \/ Arabic/);
  expect(nameOf("en", "fa")).toMatch(/^Persian \/ الفارسية.*Farsi/);
});

test("a text in no language of the product is found all the same", () => {
  expect(pickText({ fa: "متن" }, "en")).toEqual({ text: "متن", language: "fa" });
  expect(pickText({ fa: "متن", ar: "نص" }, "en", "fa")).toEqual({ text: "متن", language: "fa" });
});
