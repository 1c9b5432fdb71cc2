"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { formatPartialDate } from "@/lib/i18n/formats";
import { isLocaleId } from "@/lib/i18n/locales";
import { parseDate } from "@/lib/text/parse-date";
import { Field } from "./field";
import { Input } from "./input";
import { useControlValue } from "./use-control-value";

type DateFieldProps = {
  id: string;
  name: string;
  label: string;
  error?: string;
  /** The initial value: as stored, or as typed. */
  value?: string;
  required?: boolean;
  /** Whether a full date is required, not only a year or month. */
  day?: boolean;
  /** Whether the help text is left out. */
  compact?: boolean;
};

/** A date in any format that `parseDate` parses, and below it how it was understood. */
export function DateField({ id, name, label, error, value = "", required, day, compact }: DateFieldProps) {
  const t = useTranslations("dates");
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useControlValue(ref, value);
  const hint = useDateHint(typed, error);
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

/** Returns the parsed date in the interface's language, or what is wrong with it unless `error` says so. */
function useDateHint(typed: string, error: string | undefined): string {
  const [t, faults, locale] = [useTranslations("dates"), useTranslations("fields.errors"), useLocale()];
  const format = (date: string) => formatPartialDate(date, isLocaleId(locale) ? locale : "en");
  const reading = parseDate(typed);
  if ("date" in reading) return format(reading.date);
  if (reading.fault === "date_ambiguous") {
    const [first, second] = reading.readings;
    return t("either", { first: format(first), second: format(second) });
  }
  // The date may be unfinished.
  return reading.fault === "date_form" || error ? "" : faults(reading.fault);
}
