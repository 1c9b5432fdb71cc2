"use client";

import { useTranslations } from "next-intl";
import type { ClaimFieldChoices, ClaimFieldValues } from "@/components/claim/claim-field";
import { ClaimFields } from "@/components/claim/claim-fields";
import { readSubmittedClaim } from "@/components/claim/submitted-claim";
import { DeskForm } from "@/components/ui/desk-form";
import type { LocaleId } from "@/lib/i18n/locales";
import { createClaimAction } from "../actions";

type NewClaimFormProps = {
  article: { id: string; slug: string; language: string };
  /** The selected words, and their start in the text (code points). */
  selected: { exact: string; start: number } | null;
  initial: ClaimFieldValues;
  choices: ClaimFieldChoices;
  actor: string;
  locale: LocaleId;
};

/** The form that creates a claim from an article. */
export function NewClaimForm({ article, selected, initial, choices, actor, locale }: NewClaimFormProps) {
  const t = useTranslations("newClaim");
  const draft = `draft:${actor}:claim-new:${article.slug}:${selected?.start ?? ""}:${selected?.exact.length ?? ""}`;
  return (
    <DeskForm action={createClaimAction} label={t("form")} submit={t("submit")} draft={draft}>
      {(state) => (
        <>
          <input type="hidden" name="articleId" value={article.id} />
          {selected && <input type="hidden" name="quoteStart" value={selected.start} />}
          <ClaimFields
            values={readSubmittedClaim(state.typed, initial)}
            state={state}
            choices={choices}
            locale={locale}
            quoteLanguage={article.language}
          />
        </>
      )}
    </DeskForm>
  );
}
