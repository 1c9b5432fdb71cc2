"use client";

import { useTranslations } from "next-intl";
import { DeskForm } from "@/components/ui/desk-form";
import { ArticleFields } from "../../_parts/article-fields";
import { createArticleAction } from "../actions";

type NewArticleFormProps = { actor: string; locale: string };

/** The form that imports an article from pasted text. */
export function NewArticleForm({ actor, locale }: NewArticleFormProps) {
  const t = useTranslations("articleForm");
  const draft = `draft:${actor}:article-new`;
  return (
    <DeskForm action={createArticleAction} label={t("newForm")} submit={t("create")} draft={draft}>
      {(state) => (
        <>
          <ArticleFields state={state} initial={{ kind: "news", language: locale }} />
        </>
      )}
    </DeskForm>
  );
}
