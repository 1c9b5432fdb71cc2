"use server";

import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { articleIdSchema } from "@/lib/desk/articles/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";

/** Archives the article. */
export async function archiveArticleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "article.archive",
    schema: articleIdSchema,
    command: (context, { articleId }) => archiveArticle(context, articleId),
  });
}

/** Restores the archived article. */
export async function restoreArticleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "article.archive",
    schema: articleIdSchema,
    command: (context, { articleId }) => restoreArticle(context, articleId),
  });
}
