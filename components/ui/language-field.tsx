"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { languageName } from "@/lib/i18n/formats";
import { isLocaleId, localeIds } from "@/lib/i18n/locales";
import { canonicalTag, parseLanguage } from "@/lib/text/languages";
import { Field } from "./field";
import { Input } from "./input";
import { findListedLanguage, LANGUAGE_LIST } from "./listed-languages";
import { useControlValue } from "./use-control-value";

type LanguageFieldProps = {
  id: string;
  label: string;
  error?: string;
  /** The initial value: a tag, or what was typed. */
  value?: string;
  required?: boolean;
  /** Called with the BCP 47 tag of the field's language; with null while the value is none. */
  onLanguage?: (tag: string | null) => void;
};

/**
 * A language by tag or name, from the page's `LanguageList` or any other, and below it the names of the
 * chosen language. Its form name is `language`.
 */
export function LanguageField({ id, label, error, value = "", required, onLanguage }: LanguageFieldProps) {
  const t = useTranslations("languages");
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useControlValue(ref, value);
  const names = useLanguageNames(ref, typed, onLanguage);
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

/**
 * Returns the names of the field's language, from the page's list: browsers know the names of few languages.
 */
function useLanguageNames(
  ref: RefObject<HTMLInputElement | null>,
  typed: string,
  onLanguage: LanguageFieldProps["onLanguage"],
): string {
  const locale = useLocale();
  const [names, setNames] = useState(() =>
    typeof window === "undefined" ? namesOf(parseLanguage(typed), locale) : "",
  );
  useEffect(() => {
    const listed = findListedLanguage((ref.current?.list ?? null) as HTMLDataListElement | null, typed);
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
