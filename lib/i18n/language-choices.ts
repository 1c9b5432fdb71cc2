import { listedLanguages } from "@/lib/text/language-list";
import { namesOfLanguage } from "@/lib/text/languages";
import { languageName } from "./formats";
import { type LocaleId, localeIds, locales } from "./locales";

/** A language to choose: its tag, and its names in both scripts, "Persian / الفارسية / فارسی / Farsi". */
export type LanguageChoice = { tag: string; name: string };

const choices = new Map<LocaleId, LanguageChoice[]>();

/** The languages to choose from, the name in the language of the screen first and in its order. */
export function languageChoices(locale: LocaleId): LanguageChoice[] {
  const known =
    choices.get(locale) ??
    listedLanguages
      .map((tag) => ({ tag, name: languageNames(tag, locale) }))
      .sort((a, b) => a.name.localeCompare(b.name, locales[locale].format));
  choices.set(locale, known);
  return known;
}

function languageNames(tag: string, locale: LocaleId): string {
  const others = localeIds.filter((id) => id !== locale);
  const names = [...[locale, ...others].map((id) => languageName(tag, id)), ...namesOfLanguage(tag)];
  return [...new Set(names)].join(" / ");
}
