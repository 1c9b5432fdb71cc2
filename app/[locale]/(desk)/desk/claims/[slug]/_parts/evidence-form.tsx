"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import type { DeskEvidence } from "@/lib/desk/evidence/queries";
import type { FormAction } from "@/lib/desk/forms/form-state";
import { EvidenceFields } from "./evidence-fields";
import { evidenceFormValues } from "./form-values";

type EvidenceFormProps = {
  action: FormAction;
  /** The hidden field with the id of the evidence, or of the claim that it is added to. */
  id: { name: "evidenceId" | "claimId"; value: string };
  evidence?: DeskEvidence;
  draft: string;
  /** Today's date, ISO 8601. */
  today: string;
};

const fieldNames = [
  "kind",
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
];

/** The form that adds or edits a piece of evidence. */
export function EvidenceForm({ action, id, evidence, draft, today }: EvidenceFormProps) {
  const t = useTranslations("evidenceForm");
  const base = evidence && evidenceFormValues(evidence);
  return (
    <DeskForm
      action={action}
      draft={draft}
      version={evidence?.version}
      base={base}
      label={evidence ? t("edit", { title: evidence.title }) : t("add")}
      submit={evidence ? t("save") : t("add")}
      variant={evidence ? "primary" : "secondary"}
      clearOnSave={!evidence}
      names={{
        ...Object.fromEntries(fieldNames.map((name) => [name, t(name)])),
        "note.en": t("noteIn", { language: "en" }),
        "note.ar": t("noteIn", { language: "ar" }),
        "protection.en": t("protectionIn", { language: "en" }),
        "protection.ar": t("protectionIn", { language: "ar" }),
      }}
    >
      {(state) => (
        <>
          <input type="hidden" name={id.name} value={id.value} />
          <EvidenceFields
            prefix={`${id.value}-`}
            start={base ?? { kind: "web", accessedOn: today }}
            today={evidence ? null : today}
            state={state}
          />
        </>
      )}
    </DeskForm>
  );
}
