"use server";

import { getLocale } from "next-intl/server";
import { createClaim } from "@/lib/desk/claims/commands";
import {
  candidatesFromError,
  newClaimFormSchema,
  resolveClaimForm,
} from "@/lib/desk/claims/named-entities/form";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { redirect } from "@/lib/next/navigation";

/** Creates the claim and redirects to its page. */
export async function createClaimAction(_before: FormState, form: FormData): Promise<FormState> {
  let slug = "";
  const state = await runForm(form, {
    action: "claim.create",
    schema: newClaimFormSchema,
    candidates: candidatesFromError,
    command: async (context, input) => {
      slug = (await createClaim(context, await resolveClaimForm(input))).slug;
    },
  });
  if (state.outcome !== "saved") return state;
  return redirect({ href: `/desk/claims/${encodeURIComponent(slug)}`, locale: await getLocale() });
}
