"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { LanguageField } from "@/components/ui/language-field";
import type { LocaleId } from "@/lib/i18n/locales";

/** What the controls of one form begin with and what is wrong with them, by the names of the schema. */
export type FieldParts = {
  /** Tells the ids of one form from those of another on the same page. */
  prefix: string;
  startOf: (name: string, language?: LocaleId) => string;
  errorOf: (name: string) => string | undefined;
};

type LineFieldProps = {
  parts: FieldParts;
  name: string;
  /** The field's own name, if not given. */
  label?: string;
  help?: string;
  /** How long the text may be, in code points. */
  limit?: number;
} & Pick<ComponentProps<"input">, "type" | "dir" | "required">;

/** A field of one line. */
export function LineField({ parts, name, label, help, limit, dir = "auto", ...more }: LineFieldProps) {
  const t = useTranslations("evidenceForm");
  const { prefix, startOf, errorOf } = parts;
  return (
    <Field id={`${prefix}${name}`} label={label ?? t(name)} help={help} limit={limit} error={errorOf(name)}>
      {(control) => (
        <Input {...control} {...more} dir={dir} name={name} defaultValue={startOf(name)} autoComplete="off" />
      )}
    </Field>
  );
}

type ChoiceFieldProps = {
  parts: FieldParts;
  name: string;
  help?: string;
  /** What stands for nothing chosen; there is always something chosen without. */
  empty?: string;
  required?: boolean;
  options: Array<{ value: string; label: string }>;
  control?: Pick<ComponentProps<"select">, "ref" | "onChange">;
};

/** A choice of one. */
export function ChoiceField({ parts, name, help, empty, required, options, control: own }: ChoiceFieldProps) {
  const t = useTranslations("evidenceForm");
  const { prefix, startOf, errorOf } = parts;
  const start = startOf(name);
  return (
    <Field id={`${prefix}${name}`} label={t(name)} help={help} error={errorOf(name)}>
      {(control) => (
        <Select {...control} {...own} name={name} required={required} defaultValue={start}>
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

type EvidenceDateProps = { parts: FieldParts; name: string; label?: string; day?: boolean };

/** A date of the evidence; a whole day is required. */
export function EvidenceDate({ parts, name, label, day }: EvidenceDateProps) {
  const t = useTranslations("evidenceForm");
  const { prefix, startOf, errorOf } = parts;
  return (
    <DateField
      id={`${prefix}${name}`}
      name={name}
      label={label ?? t(name)}
      error={errorOf(name)}
      value={startOf(name)}
      required={day}
      day={day}
    />
  );
}

type EvidenceLanguageProps = { parts: FieldParts; onLanguage: (tag: string | null) => void };

/** The language that the evidence is in. */
export function EvidenceLanguage({ parts: { prefix, startOf, errorOf }, onLanguage }: EvidenceLanguageProps) {
  const t = useTranslations("evidenceForm");
  return (
    <LanguageField
      id={`${prefix}language`}
      label={t("language")}
      error={errorOf("language")}
      value={startOf("language")}
      required
      onLanguage={onLanguage}
    />
  );
}
