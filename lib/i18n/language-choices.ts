import { languageName } from "./formats";
import { type LocaleId, locales } from "./locales";

// The languages that newsrooms ask for most; any other tag may stand in an article all the same.
const tags =
  "am ar bn de el en es fa fr ha he hi id it ja ko ku ms nl pl ps pt ru so sq sr sv sw ta th ti tr uk ur uz vi zh".split(
    " ",
  );

/** Languages to choose from, named and ordered in the language of the screen; `also` is among them. */
export function languageChoices(locale: LocaleId, also?: string): Array<{ tag: string; name: string }> {
  return [...new Set(also ? [...tags, also] : tags)]
    .map((tag) => ({ tag, name: languageName(tag, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locales[locale].format));
}
