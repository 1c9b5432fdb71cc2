import { languageChoices } from "@/lib/i18n/language-choices";
import type { LocaleId } from "@/lib/i18n/locales";
import { LANGUAGE_LIST } from "./chosen-language";

/** The languages that the fields of a page offer, each with its names in both scripts; once on such a page. */
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
