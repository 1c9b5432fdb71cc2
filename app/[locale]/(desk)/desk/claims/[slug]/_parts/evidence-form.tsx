"use client";

import { useTranslations } from "next-intl";
import { LocalizedFields } from "@/components/claim/localized-fields";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import type { DeskEvidence } from "@/lib/evidence/queries";
import { stances } from "@/lib/evidence/schema";
import type { Localized } from "@/lib/i18n/localized";
import type { FormAction, FormState } from "@/lib/web/form-state";
import { evidenceFormValues } from "./form-values";

type EvidenceFormProps = {
  action: FormAction;
  /** The row that the form is about: the evidence, or the claim it is added to. */
  id: { name: "evidenceId" | "claimId"; value: string };
  evidence?: DeskEvidence;
  draft: string;
  /** The day of today, ISO 8601. */
  today: string;
};

/** A piece of evidence, new or there already. */
export function EvidenceForm({ action, id, evidence, draft, today }: EvidenceFormProps) {
  const t = useTranslations("evidenceForm");
  const names = Object.fromEntries(
    [
      "url",
      "title",
      "publisher",
      "publishedOn",
      "language",
      "stance",
      "excerpt",
      "archiveUrl",
      "accessedOn",
      "linkAnswers",
    ].map((name) => [name, t(name)]),
  );
  const start = evidence
    ? evidenceFormValues(evidence)
    : { language: "en", stance: "supports", accessedOn: today };
  return (
    <DeskForm
      action={action}
      draft={draft}
      version={evidence?.version}
      base={evidence && evidenceFormValues(evidence)}
      label={evidence ? t("edit", { title: evidence.title }) : t("add")}
      submit={evidence ? t("save") : t("add")}
      look={evidence ? "primary" : "secondary"}
      clearOnSave={!evidence}
      names={{
        ...names,
        "note.en": t("noteIn", { language: "en" }),
        "note.ar": t("noteIn", { language: "ar" }),
      }}
    >
      {(state) => (
        <>
          <input type="hidden" name={id.name} value={id.value} />
          <EvidenceFields prefix={`${id.value}-`} start={start} state={state} />
        </>
      )}
    </DeskForm>
  );
}

type EvidenceFieldsProps = {
  prefix: string;
  start: Record<string, string>;
  state: FormState;
};

function EvidenceFields({ prefix, start, state }: EvidenceFieldsProps) {
  const [t, stanceNames, fieldErrors] = [
    useTranslations("evidenceForm"),
    useTranslations("stance"),
    useTranslations("fields.errors"),
  ];
  const typed = state.outcome === "saved" ? null : state.typed;
  const startOf = (name: string) => String(typed?.[name] ?? (typed ? "" : start[name]) ?? "");
  const errorOf = (name: string) => {
    const key = state.fields[name]?.[0];
    return key ? fieldErrors(key) : undefined;
  };
  const note = typed?.note as Localized | undefined;
  const line = (name: string, help?: string, more: React.ComponentProps<"input"> = {}) => (
    <Field id={`${prefix}${name}`} label={t(name)} help={help} error={errorOf(name)}>
      {(control) => (
        <Input {...control} {...more} name={name} defaultValue={startOf(name)} autoComplete="off" />
      )}
    </Field>
  );
  return (
    <>
      {line("url", undefined, { type: "url", dir: "ltr", required: true })}
      {line("title", undefined, { dir: "auto", required: true })}
      <div className="grid gap-5 sm:grid-cols-2">
        {line("publisher", undefined, { dir: "auto", required: true })}
        <Field id={`${prefix}stance`} label={t("stance")} error={errorOf("stance")}>
          {(control) => (
            <Select {...control} name="stance" defaultValue={startOf("stance")}>
              {stances.map((stance) => (
                <option key={stance} value={stance}>
                  {stanceNames(stance)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {line("publishedOn", t("dateHelp"), { dir: "ltr" })}
        {line("accessedOn", t("dayHelp"), { dir: "ltr", required: true })}
        {line("language", t("languageHelp"), { dir: "ltr", required: true })}
        <Field id={`${prefix}linkAnswers`} label={t("linkAnswers")} error={errorOf("linkAnswers")}>
          {(control) => (
            <Select {...control} name="linkAnswers" defaultValue={startOf("linkAnswers")}>
              <option value="">{t("linkUntried")}</option>
              <option value="yes">{t("linkYes")}</option>
              <option value="no">{t("linkNo")}</option>
            </Select>
          )}
        </Field>
      </div>
      {line("archiveUrl", undefined, { type: "url", dir: "ltr" })}
      <Field id={`${prefix}excerpt`} label={t("excerpt")} help={t("excerptHelp")} error={errorOf("excerpt")}>
        {(control) => (
          <Textarea {...control} name="excerpt" dir="auto" rows={3} defaultValue={startOf("excerpt")} />
        )}
      </Field>
      <LocalizedFields
        name="note"
        idPrefix={prefix}
        legend={t("note")}
        help={t("noteHelp")}
        errorOf={errorOf}
        labelOf={(language) => t("noteIn", { language })}
      >
        {(control, language) => (
          <Textarea
            {...control}
            rows={3}
            defaultValue={note?.[language] ?? (typed ? "" : start[`note.${language}`])}
          />
        )}
      </LocalizedFields>
    </>
  );
}
