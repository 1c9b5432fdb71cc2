"use server";

import { getLocale } from "next-intl/server";
import { createArticle } from "@/lib/articles/commands";
import { newArticleSchema } from "@/lib/articles/schema";
import { redirect } from "@/lib/i18n/navigation";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";

/** Brings the article in and goes on to it. */
export async function createArticleAction(_before: FormState, form: FormData): Promise<FormState> {
  let slug = "";
  const state = await runForm(form, {
    action: "article.create",
    schema: newArticleSchema,
    command: async (context, input) => {
      slug = (await createArticle(context, input)).slug;
    },
  });
  if (state.outcome !== "saved") return state;
  return redirect({ href: `/desk/articles/${encodeURIComponent(slug)}`, locale: await getLocale() });
}
