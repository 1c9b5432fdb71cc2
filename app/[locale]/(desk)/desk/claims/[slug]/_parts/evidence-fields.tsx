"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { LocalizedFields } from "@/components/claim/localized-fields";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { type KindField, kindFields } from "@/lib/desk/evidence/rules";
import type { FormState } from "@/lib/desk/forms/form-state";
import type { Localized } from "@/lib/i18n/localized";
import { type EvidenceKind, evidenceKinds, stances } from "@/lib/record/vocabulary";
import { directionOfLanguage } from "@/lib/text/direction";
import { canonicalTag } from "@/lib/text/languages";
import { limits } from "@/lib/text/limits";
import { ChoiceField, EvidenceDate, EvidenceLanguage, type FormFields, LineField } from "./evidence-field";
import { useEvidenceKind } from "./use-evidence-kind";

type EvidenceFieldsProps = {
  prefix: string;
  start: Record<string, string>;
  /** Today's date (ISO 8601) for new evidence, the initial access date of a web page; else null. */
  today: string | null;
  state: FormState;
};

/** The fields of evidence; those of other kinds are hidden, but keep their values. */
export function EvidenceFields({ prefix, start, today, state }: EvidenceFieldsProps) {
  const [t, kinds] = [useTranslations("evidenceForm"), useTranslations("evidence.kinds")];
  const parts = useFormFields(prefix, start, state);
  const { kind, control } = useEvidenceKind(parts.initialOf("kind") as EvidenceKind, today);
  const [language, setLanguage] = useState(() => canonicalTag(parts.initialOf("language")));
  return (
    <>
      <ChoiceField
        parts={parts}
        name="kind"
        help={t("kindHelp")}
        options={evidenceKinds.map((each) => ({ value: each, label: kinds(each) }))}
        control={control}
      />
      <KindSpecific kind={kind} name="url">
        <LineField parts={parts} name="url" type="url" dir="ltr" required={needs(kind, "url")} />
      </KindSpecific>
      <LineField parts={parts} name="title" limit={limits.title} required />
      <DetailFields parts={parts} kind={kind} onLanguage={setLanguage} />
      <KindSpecific kind={kind} name="archiveUrl">
        <LineField parts={parts} name="archiveUrl" type="url" dir="ltr" />
      </KindSpecific>
      <KindSpecific kind={kind} name="protection">
        <LocalizedTexts parts={parts} name="protection" limit={limits.protection} required rows={2} />
      </KindSpecific>
      <Excerpt parts={parts} language={language} />
      <LocalizedTexts parts={parts} name="note" limit={limits.evidenceNote} rows={3} />
    </>
  );
}

const needs = (kind: EvidenceKind, name: KindField) => kindFields[kind][name] === "required";

type DetailFieldsProps = {
  parts: FormFields;
  kind: EvidenceKind;
  /** Called with the tag of the chosen language; with null while there is none. */
  onLanguage: (tag: string | null) => void;
};

/** Publisher, dates, stance and language. */
function DetailFields({ parts, kind, onLanguage }: DetailFieldsProps) {
  const [t, stanceNames] = [useTranslations("evidenceForm"), useTranslations("stance")];
  const labelOf = (name: "publisher" | "accessedOn") =>
    t(t.has(`${name}Of.${kind}`) ? `${name}Of.${kind}` : name);
  const [publisher, day] = [labelOf("publisher"), labelOf("accessedOn")];
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <LineField
        parts={parts}
        name="publisher"
        label={publisher}
        limit={limits.publisher}
        required={needs(kind, "publisher")}
      />
      <EvidenceDate parts={parts} name="publishedOn" />
      <ChoiceField
        parts={parts}
        name="stance"
        empty={t("choose")}
        required
        options={stances.map((stance) => ({ value: stance, label: stanceNames(stance) }))}
      />
      <EvidenceLanguage parts={parts} onLanguage={onLanguage} />
      <EvidenceDate parts={parts} name="accessedOn" label={day} day />
      <KindSpecific kind={kind} name="linkAnswers">
        <LinkAnswers parts={parts} />
      </KindSpecific>
    </div>
  );
}

/** Returns the initial or submitted values, and the errors, of the form's fields. */
function useFormFields(prefix: string, start: Record<string, string>, state: FormState): FormFields {
  const fieldErrors = useTranslations("fields.errors");
  const typed = state.outcome === "saved" ? null : state.typed;
  return {
    prefix,
    initialOf: (name, language) => {
      if (!typed) return start[language ? `${name}.${language}` : name] ?? "";
      const value = language ? (typed[name] as Localized | undefined)?.[language] : typed[name];
      return String(value ?? "");
    },
    errorOf: (name) => {
      const key = state.fields[name]?.[0];
      return key ? fieldErrors(key) : undefined;
    },
  };
}

/** Shows a field only where the kind of evidence has it. */
function KindSpecific({
  kind,
  name,
  children,
}: {
  kind: EvidenceKind;
  name: KindField;
  children: ReactNode;
}) {
  return (
    <div className={kindFields[kind][name] === "none" ? "hidden noscript:grid" : "grid"}>{children}</div>
  );
}

function LinkAnswers({ parts }: { parts: FormFields }) {
  const t = useTranslations("evidenceForm");
  return (
    <ChoiceField
      parts={parts}
      name="linkAnswers"
      empty={t("linkUntried")}
      options={[
        { value: "yes", label: t("linkYes") },
        { value: "no", label: t("linkNo") },
      ]}
    />
  );
}

/** The excerpt, in the evidence's language and direction. */
function Excerpt({
  parts: { prefix, initialOf, errorOf },
  language,
}: {
  parts: FormFields;
  language: string | null;
}) {
  const t = useTranslations("evidenceForm");
  return (
    <Field
      id={`${prefix}excerpt`}
      label={t("excerpt")}
      help={t("excerptHelp")}
      limit={limits.excerpt}
      error={errorOf("excerpt")}
    >
      {(control) => (
        <Textarea
          {...control}
          name="excerpt"
          lang={language ?? undefined}
          dir={language ? directionOfLanguage(language) : "auto"}
          rows={3}
          defaultValue={initialOf("excerpt")}
        />
      )}
    </Field>
  );
}

type LocalizedTextsProps = {
  parts: FormFields;
  name: "note" | "protection";
  limit: number;
  required?: boolean;
  rows: number;
};

function LocalizedTexts({
  parts: { prefix, initialOf, errorOf },
  name,
  limit,
  required,
  rows,
}: LocalizedTextsProps) {
  const t = useTranslations("evidenceForm");
  return (
    <LocalizedFields
      name={name}
      idPrefix={prefix}
      legend={t(name)}
      help={t(`${name}Help`)}
      limit={limit}
      required={required}
      error={errorOf(name)}
      errorOf={errorOf}
      labelOf={(language) => t(`${name}In`, { language })}
    >
      {(control, language) => <Textarea {...control} rows={rows} defaultValue={initialOf(name, language)} />}
    </LocalizedFields>
  );
}
