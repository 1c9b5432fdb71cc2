"use server";

import { getLocale } from "next-intl/server";
import { createClaim } from "@/lib/desk/claims/commands";
import { candidatesOf, newClaimFormSchema, settled } from "@/lib/desk/claims/named/form";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { redirect } from "@/lib/next/navigation";

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
