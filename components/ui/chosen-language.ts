import { languageNameKey } from "@/lib/text/languages";

/** The id of the page's list that language fields offer. */
export const LANGUAGE_LIST = "languages";
/** What stands between the names of a language in the list. */
const BETWEEN_NAMES = " / ";
/** In the language of the screen, and in the other one. */
const NAMES_SHOWN = 2;

/** A language of the list: its tag, and its first names. */
export type ListedLanguage = { tag: string; names: string };

/** The language of the list that is typed by its tag or by one of its names; null where it has none such. */
export function languageInList(list: HTMLDataListElement | null, typed: string): ListedLanguage | null {
  const wanted = languageNameKey(typed);
  if (!list || wanted === "") return null;
  for (const { value: tag, label } of list.options) {
    const names = label.split(BETWEEN_NAMES);
    if ([tag, ...names].some((name) => languageNameKey(name) === wanted))
      return { tag, names: firstNames(label) };
  }
  return null;
}

/** The names that a field shows of all that the list has. */
export function firstNames(label: string): string {
  return label.split(BETWEEN_NAMES).slice(0, NAMES_SHOWN).join(BETWEEN_NAMES);
}
