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
import { ChoiceField, EvidenceDate, EvidenceLanguage, type FieldParts, LineField } from "./evidence-field";
import { useEvidenceKind } from "./use-evidence-kind";

type EvidenceFieldsProps = {
  prefix: string;
  start: Record<string, string>;
  /** The day of today for new evidence, ISO 8601: what a web page begins with, and no other kind. */
  today: string | null;
  state: FormState;
};

/** What a piece of evidence is made of. What its kind does not have is hidden and stays typed; without scripts all is there. */
export function EvidenceFields({ prefix, start, today, state }: EvidenceFieldsProps) {
  const [t, kinds] = [useTranslations("evidenceForm"), useTranslations("evidence.kinds")];
  const parts = useFieldParts(prefix, start, state);
  const { kind, control } = useEvidenceKind(parts.startOf("kind") as EvidenceKind, today);
  const [language, setLanguage] = useState(() => canonicalTag(parts.startOf("language")));
  return (
    <>
      <ChoiceField
        parts={parts}
        name="kind"
        help={t("kindHelp")}
        options={evidenceKinds.map((each) => ({ value: each, label: kinds(each) }))}
        control={control}
      />
      <OfKind kind={kind} name="url">
        <LineField parts={parts} name="url" type="url" dir="ltr" required={needs(kind, "url")} />
      </OfKind>
      <LineField parts={parts} name="title" limit={limits.title} required />
      <Facts parts={parts} kind={kind} onLanguage={setLanguage} />
      <OfKind kind={kind} name="archiveUrl">
        <LineField parts={parts} name="archiveUrl" type="url" dir="ltr" />
      </OfKind>
      <OfKind kind={kind} name="protection">
        <Texts parts={parts} name="protection" limit={limits.protection} required rows={2} />
      </OfKind>
      <Excerpt parts={parts} language={language} />
      <Texts parts={parts} name="note" limit={limits.evidenceNote} rows={3} />
    </>
  );
}

const needs = (kind: EvidenceKind, name: KindField) => kindFields[kind][name] === "required";

type FactsProps = {
  parts: FieldParts;
  kind: EvidenceKind;
  /** Told of the tag of the language that is chosen; of null while there is none. */
  onLanguage: (tag: string | null) => void;
};

/** Who stands behind it and when, what it says of the claim, and in what language. */
function Facts({ parts, kind, onLanguage }: FactsProps) {
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
      <OfKind kind={kind} name="linkAnswers">
        <LinkAnswers parts={parts} />
      </OfKind>
    </div>
  );
}

/** What the controls begin with and what is wrong with them. */
function useFieldParts(prefix: string, start: Record<string, string>, state: FormState): FieldParts {
  const fieldErrors = useTranslations("fields.errors");
  const typed = state.outcome === "saved" ? null : state.typed;
  return {
    prefix,
    startOf: (name, language) => {
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

/** A field that not every kind has. */
function OfKind({ kind, name, children }: { kind: EvidenceKind; name: KindField; children: ReactNode }) {
  return (
    <div className={kindFields[kind][name] === "none" ? "hidden noscript:grid" : "grid"}>{children}</div>
  );
}

function LinkAnswers({ parts }: { parts: FieldParts }) {
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

/** The words as they stand there: in the evidence's own language, and so in its direction, as readers see them. */
function Excerpt({
  parts: { prefix, startOf, errorOf },
  language,
}: {
  parts: FieldParts;
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
          defaultValue={startOf("excerpt")}
        />
      )}
    </Field>
  );
}

type TextsProps = {
  parts: FieldParts;
  name: "note" | "protection";
  limit: number;
  required?: boolean;
  rows: number;
};

function Texts({ parts: { prefix, startOf, errorOf }, name, limit, required, rows }: TextsProps) {
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
      {(control, language) => <Textarea {...control} rows={rows} defaultValue={startOf(name, language)} />}
    </LocalizedFields>
  );
}
