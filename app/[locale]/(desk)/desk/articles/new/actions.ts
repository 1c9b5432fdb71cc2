"use server";

import { getLocale } from "next-intl/server";
import { createArticle } from "@/lib/desk/articles/commands";
import { newArticleSchema } from "@/lib/desk/articles/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { redirect } from "@/lib/next/navigation";

/** Creates the article and redirects to its page. */
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
