"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import type { MentionablePerson } from "@/lib/desk/comments/queries";
import { limits } from "@/lib/text/limits";
import { commentAction } from "../actions";
import { MentionField } from "./mention-field";

type CommentFormProps = {
  claimId: string;
  /** The comment to reply to. */
  parent?: { id: string; author: string };
  people: MentionablePerson[];
  draft: string;
};

/** The form for a comment on the claim, or a reply. */
export function CommentForm({ claimId, parent, people, draft }: CommentFormProps) {
  const [t, errors] = [useTranslations("discussion"), useTranslations("fields.errors")];
  const label = parent ? t("answerTo", { name: parent.author }) : t("say");
  return (
    <DeskForm
      action={commentAction}
      draft={draft}
      label={label}
      submit={parent ? t("sendAnswer") : t("send")}
      variant="secondary"
      clearOnSave
    >
      {({ outcome, typed, fields }) => (
        <>
          <input type="hidden" name="claimId" value={claimId} />
          {parent && <input type="hidden" name="parentId" value={parent.id} />}
          <Field
            id={`say-${parent?.id ?? "new"}`}
            label={label}
            help={t("mentionHelp")}
            limit={limits.comment}
            error={fields.text?.[0] && errors(fields.text[0])}
          >
            {(control) => (
              <MentionField
                control={control}
                name="text"
                people={people}
                defaultValue={outcome === "saved" ? "" : String(typed?.text ?? "")}
              />
            )}
          </Field>
        </>
      )}
    </DeskForm>
  );
}
