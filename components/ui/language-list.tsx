import { languageChoices } from "@/lib/i18n/language-choices";
import type { LocaleId } from "@/lib/i18n/locales";
import { LANGUAGE_LIST } from "./listed-languages";

/**
 * The datalist of the page's language fields, each language with its names in both scripts; once per page.
 */
export function LanguageList({ locale }: { locale: LocaleId }) {
  return (
    <datalist id={LANGUAGE_LIST}>
      {languageChoices(locale).map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
