"use server";

import { z } from "zod";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import { findLastEdit } from "@/lib/desk/audit/queries";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { idField } from "@/lib/text/fields";
import { articleFormValues, articleValues } from "../../_parts/article-values";

/** Saves the article, and a changed text as a new version. */
export async function editArticleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "article.edit",
    schema: editedArticleSchema.and(z.object({ slug: idField })),
    command: (context, { slug: _slug, ...input }) => editArticle(context, input),
    current: async (context, { slug }) => {
      const article = await getDeskArticle(context, slug);
      const saved = await findLastEdit(context, { entityId: article.id, action: "article.edit" });
      return { version: article.version, values: articleFormValues(articleValues(article)), saved };
    },
  });
}
