"use server";

import { getLocale } from "next-intl/server";
import { createClaim } from "@/lib/claims/commands";
import { candidatesOf, newClaimFormSchema, settled } from "@/lib/claims/named/form";
import { redirect } from "@/lib/i18n/navigation";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";

/** Makes the claim and goes on to its page. */
export async function createClaimAction(_before: FormState, form: FormData): Promise<FormState> {
  let slug = "";
  const state = await runForm(form, {
    action: "claim.create",
    schema: newClaimFormSchema,
    candidates: candidatesOf,
    command: async (context, input) => {
      slug = (await createClaim(context, await settled(input))).slug;
    },
  });
  if (state.outcome !== "saved") return state;
  return redirect({ href: `/desk/claims/${encodeURIComponent(slug)}`, locale: await getLocale() });
}
