"use server";

import { reanchorQuote } from "@/lib/desk/claims/reanchor";
import { reanchorInputSchema } from "@/lib/desk/claims/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";

/** Moves the claim's quote to the newest version of its article. */
export async function reanchorAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, { action: "claim.edit", schema: reanchorInputSchema, command: reanchorQuote });
}
