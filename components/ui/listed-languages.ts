import { languageNameKey } from "@/lib/text/languages";

/** The id of the page's datalist of languages. */
export const LANGUAGE_LIST = "languages";
/** Separates the names of a language in the list. */
const NAME_SEPARATOR = " / ";
/** The name in the interface's language, and in the other one. */
const PRIMARY_NAMES = 2;

/** A language of the list: its tag, and its primary names. */
export type ListedLanguage = { tag: string; names: string };

/** Finds the language whose tag or name was typed; null where the list has none. */
export function findListedLanguage(list: HTMLDataListElement | null, typed: string): ListedLanguage | null {
  const typedKey = languageNameKey(typed);
  if (!list || typedKey === "") return null;
  for (const { value: tag, label } of list.options) {
    const names = label.split(NAME_SEPARATOR);
    if ([tag, ...names].some((name) => languageNameKey(name) === typedKey))
      return { tag, names: primaryNames(label) };
  }
  return null;
}

/** Returns the names that a field shows, of all that the list has. */
export function primaryNames(label: string): string {
  return label.split(NAME_SEPARATOR).slice(0, PRIMARY_NAMES).join(NAME_SEPARATOR);
}
