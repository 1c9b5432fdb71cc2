"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { directionOfLanguage } from "@/lib/text/direction";
import { limits } from "@/lib/text/limits";
import { reanchorAction } from "../quote-actions";

type ReanchorFormProps = {
  claim: { id: string; version: number };
  /** The words selected in the newest text, and their start (code points). */
  selected: { exact: string; start: number } | null;
  language: string;
  actor: string;
};

/** The form that moves a claim's quote to selected or typed words of the newest text. */
export function ReanchorForm({ claim, selected, language, actor }: ReanchorFormProps) {
  const [t, fieldErrors] = [useTranslations("quoteBehind"), useTranslations("fields.errors")];
  return (
    <DeskForm
      action={reanchorAction}
      draft={`draft:${actor}:reanchor:${claim.id}:${selected?.start ?? ""}`}
      version={claim.version}
      label={t("form")}
      submit={t("submit")}
      variant="secondary"
    >
      {({ typed, fields }) => {
        const error = fields.quote?.[0];
        return (
          <>
            <input type="hidden" name="claimId" value={claim.id} />
            {selected && <input type="hidden" name="quoteStart" value={selected.start} />}
            <Field
              id="newest-quote"
              label={t("quote")}
              help={t("quoteHelp")}
              limit={limits.quote}
              error={error && fieldErrors(error)}
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="quote"
                  rows={3}
                  required
                  lang={language}
                  dir={directionOfLanguage(language)}
                  defaultValue={String(typed?.quote ?? selected?.exact ?? "")}
                  className="font-serif"
                />
              )}
            </Field>
          </>
        );
      }}
    </DeskForm>
  );
}
