"use client";

import { useTranslations } from "next-intl";
import type { ClaimFieldChoices, ClaimFieldValues } from "@/components/claim/claim-field";
import { ClaimFields } from "@/components/claim/claim-fields";
import { typedClaim } from "@/components/claim/typed-claim";
import { DeskForm } from "@/components/ui/desk-form";
import type { LocaleId } from "@/lib/i18n/locales";
import { createClaimAction } from "../actions";

type ClaimFormProps = {
  article: { id: string; slug: string; language: string };
  /** The words that were selected, and where they begin (code points). */
  selected: { exact: string; start: number } | null;
  initial: ClaimFieldValues;
  choices: ClaimFieldChoices;
  actor: string;
  locale: LocaleId;
};

/** The form that makes a claim of words of an article. */
export function ClaimForm({ article, selected, initial, choices, actor, locale }: ClaimFormProps) {
  const t = useTranslations("newClaim");
  const draft = `draft:${actor}:claim-new:${article.slug}:${selected?.start ?? ""}:${selected?.exact.length ?? ""}`;
  return (
    <DeskForm action={createClaimAction} label={t("form")} submit={t("submit")} draft={draft}>
      {(state) => (
        <>
          <input type="hidden" name="articleId" value={article.id} />
          {selected && <input type="hidden" name="quoteStart" value={selected.start} />}
          <ClaimFields
            values={typedClaim(state.typed, initial)}
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
