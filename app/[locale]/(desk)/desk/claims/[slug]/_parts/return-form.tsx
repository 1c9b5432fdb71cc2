"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { limits } from "@/lib/text/limits";
import { returnAction } from "../actions";

type ReturnFormProps = { proposalId: string; version: number; draft: string };

/** The form that returns a proposal with a note. */
export function ReturnForm({ proposalId, version, draft }: ReturnFormProps) {
  const [t, fieldErrors] = [useTranslations("deskClaim"), useTranslations("fields.errors")];
  return (
    <DeskForm
      action={returnAction}
      draft={draft}
      version={version}
      label={t("sendBack")}
      submit={t("sendBack")}
      variant="secondary"
    >
      {({ fields, typed }) => (
        <>
          <input type="hidden" name="proposalId" value={proposalId} />
          <Field
            id="return-note"
            label={t("returnNote")}
            help={t("returnNoteHelp")}
            limit={limits.returnNote}
            error={fields.note?.[0] && fieldErrors(fields.note[0])}
          >
            {(control) => (
              <Textarea
                {...control}
                name="note"
                dir="auto"
                required
                defaultValue={String(typed?.note ?? "")}
              />
            )}
          </Field>
        </>
      )}
    </DeskForm>
  );
}
