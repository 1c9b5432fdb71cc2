import { listedLanguages } from "@/lib/text/language-list";
import { namesOfLanguage } from "@/lib/text/languages";
import { languageName } from "./formats";
import { type LocaleId, localeIds, locales } from "./locales";

/** A language to choose, with all its names: "Persian / الفارسية / فارسی / Farsi". */
export type LanguageChoice = { tag: string; name: string };

const cache = new Map<LocaleId, LanguageChoice[]>();

/** Returns the languages to choose from, sorted by their names in the locale, which come first. */
export function languageChoices(locale: LocaleId): LanguageChoice[] {
  const choices =
    cache.get(locale) ??
    listedLanguages
      .map((tag) => ({ tag, name: languageNames(tag, locale) }))
      .sort((a, b) => a.name.localeCompare(b.name, locales[locale].format));
  cache.set(locale, choices);
  return choices;
}

function languageNames(tag: string, locale: LocaleId): string {
  const others = localeIds.filter((id) => id !== locale);
  const names = [...[locale, ...others].map((id) => languageName(tag, id)), ...namesOfLanguage(tag)];
  return [...new Set(names)].join(" / ");
}
