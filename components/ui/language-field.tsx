"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { languageName } from "@/lib/i18n/formats";
import { isLocaleId, localeIds } from "@/lib/i18n/locales";
import { canonicalTag, readLanguage } from "@/lib/text/languages";
import { LANGUAGE_LIST, languageInList } from "./chosen-language";
import { Field } from "./field";
import { Input } from "./input";
import { useChosen } from "./use-chosen";

type LanguageFieldProps = {
  id: string;
  label: string;
  error?: string;
  /** What it begins with: a tag, or what was typed. */
  value?: string;
  required?: boolean;
  /** Told of the tag of what stands in the field; of null while that is no language. */
  onLanguage?: (tag: string | null) => void;
};

/**
 * A language by its tag or its name, out of the page's `LanguageList` or any other, and below it the name of what was
 * chosen. Its form name is `language`.
 */
export function LanguageField({ id, label, error, value = "", required, onLanguage }: LanguageFieldProps) {
  const t = useTranslations("languages");
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useChosen(ref, value);
  const names = useNames(ref, typed, onLanguage);
  return (
    <Field id={id} label={label} help={t("help")} error={error} hint={names}>
      {(control) => (
        <Input
          {...control}
          ref={ref}
          name="language"
          list={LANGUAGE_LIST}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required={required}
          defaultValue={value}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The names of the language that stands in the field. Browsers know the names of few: the page's list has them. */
function useNames(
  ref: RefObject<HTMLInputElement | null>,
  typed: string,
  onLanguage: LanguageFieldProps["onLanguage"],
): string {
  const locale = useLocale();
  const [names, setNames] = useState(() =>
    typeof window === "undefined" ? namesOf(readLanguage(typed), locale) : "",
  );
  useEffect(() => {
    const listed = languageInList((ref.current?.list ?? null) as HTMLDataListElement | null, typed);
    const tag = listed?.tag ?? canonicalTag(typed);
    setNames(listed?.names ?? namesOf(tag, locale));
    onLanguage?.(tag);
  }, [ref, typed, locale, onLanguage]);
  return names;
}

function namesOf(tag: string | null, locale: string): string {
  if (!tag) return "";
  const ids = new Set([...(isLocaleId(locale) ? [locale] : []), ...localeIds]);
  return [...new Set([...ids].map((id) => languageName(tag, id)))].join(" / ");
}
