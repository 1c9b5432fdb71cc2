"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { formatPartialDate } from "@/lib/i18n/formats";
import { isLocaleId } from "@/lib/i18n/locales";
import { readDate } from "@/lib/text/read-date";
import { Field } from "./field";
import { Input } from "./input";
import { useChosen } from "./use-chosen";

type DateFieldProps = {
  id: string;
  name: string;
  label: string;
  error?: string;
  /** What it begins with: as it is stored, or as it was typed. */
  value?: string;
  required?: boolean;
  /** Whether it asks for a whole day. */
  day?: boolean;
  /** Whether there is no room for more than the field. */
  compact?: boolean;
};

/** A date in any form that `readDate` knows, and below it how it was understood. */
export function DateField({ id, name, label, error, value = "", required, day, compact }: DateFieldProps) {
  const t = useTranslations("dates");
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useChosen(ref, value);
  const hint = useUnderstood(typed, error);
  return (
    <Field
      id={id}
      label={label}
      help={compact ? undefined : t(day ? "dayHelp" : "help")}
      error={error}
      hint={hint}
    >
      {(control) => (
        <Input
          {...control}
          ref={ref}
          name={name}
          dir="auto"
          autoComplete="off"
          required={required}
          defaultValue={value}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** How a date was understood, in the reader's language; what is wrong with it, unless that is said already. */
function useUnderstood(typed: string, error: string | undefined): string {
  const [t, faults, locale] = [useTranslations("dates"), useTranslations("fields.errors"), useLocale()];
  const words = (date: string) => formatPartialDate(date, isLocaleId(locale) ? locale : "en");
  const reading = readDate(typed);
  if ("date" in reading) return words(reading.date);
  if (reading.fault === "date_ambiguous") {
    const [first, second] = reading.readings;
    return t("either", { first: words(first), second: words(second) });
  }
  // Half a date is none yet.
  return reading.fault === "date_form" || error ? "" : faults(reading.fault);
}
