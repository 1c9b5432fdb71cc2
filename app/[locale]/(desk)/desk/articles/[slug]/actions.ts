"use server";

import { archiveArticle, restoreArticle } from "@/lib/articles/archive";
import { articleIdSchema } from "@/lib/articles/schema";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";

/** Puts the article away. */
export async function archiveArticleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "article.archive",
    schema: articleIdSchema,
    command: (context, { articleId }) => archiveArticle(context, articleId),
  });
}

/** Takes the article back from the archive. */
export async function restoreArticleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "article.archive",
    schema: articleIdSchema,
    command: (context, { articleId }) => restoreArticle(context, articleId),
  });
}
