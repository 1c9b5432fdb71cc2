"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { LanguageField } from "@/components/ui/language-field";
import type { LocaleId } from "@/lib/i18n/locales";

/** The initial values and errors of a form's fields, by the names of the schema. */
export type FormFields = {
  /** The prefix of ids, which makes them unique on a page with several forms. */
  prefix: string;
  initialOf: (name: string, language?: LocaleId) => string;
  errorOf: (name: string) => string | undefined;
};

type LineFieldProps = {
  parts: FormFields;
  name: string;
  /** By default the message of the field's name. */
  label?: string;
  help?: string;
  /** The maximum length, in code points. */
  limit?: number;
} & Pick<ComponentProps<"input">, "type" | "dir" | "required">;

/** A one-line text field. */
export function LineField({ parts, name, label, help, limit, dir = "auto", ...more }: LineFieldProps) {
  const t = useTranslations("evidenceForm");
  const { prefix, initialOf, errorOf } = parts;
  return (
    <Field id={`${prefix}${name}`} label={label ?? t(name)} help={help} limit={limit} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          {...more}
          dir={dir}
          name={name}
          defaultValue={initialOf(name)}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

type ChoiceFieldProps = {
  parts: FormFields;
  name: string;
  help?: string;
  /** The label of the empty option; without it there is none. */
  empty?: string;
  required?: boolean;
  options: Array<{ value: string; label: string }>;
  control?: Pick<ComponentProps<"select">, "ref" | "onChange">;
};

/** A select field. */
export function ChoiceField({ parts, name, help, empty, required, options, control: own }: ChoiceFieldProps) {
  const t = useTranslations("evidenceForm");
  const { prefix, initialOf, errorOf } = parts;
  const initial = initialOf(name);
  return (
    <Field id={`${prefix}${name}`} label={t(name)} help={help} error={errorOf(name)}>
      {(control) => (
        <Select {...control} {...own} name={name} required={required} defaultValue={initial}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type EvidenceDateProps = { parts: FormFields; name: string; label?: string; day?: boolean };

/** A date of the evidence. With `day` it is required, and must be a full date. */
export function EvidenceDate({ parts, name, label, day }: EvidenceDateProps) {
  const t = useTranslations("evidenceForm");
  const { prefix, initialOf, errorOf } = parts;
  return (
    <DateField
      id={`${prefix}${name}`}
      name={name}
      label={label ?? t(name)}
      error={errorOf(name)}
      value={initialOf(name)}
      required={day}
      day={day}
    />
  );
}

type EvidenceLanguageProps = { parts: FormFields; onLanguage: (tag: string | null) => void };

/** The language of the evidence. */
export function EvidenceLanguage({
  parts: { prefix, initialOf, errorOf },
  onLanguage,
}: EvidenceLanguageProps) {
  const t = useTranslations("evidenceForm");
  return (
    <LanguageField
      id={`${prefix}language`}
      label={t("language")}
      error={errorOf("language")}
      value={initialOf("language")}
      required
      onLanguage={onLanguage}
    />
  );
}
