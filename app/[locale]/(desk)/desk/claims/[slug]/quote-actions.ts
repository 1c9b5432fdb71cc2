"use server";

import { reanchorQuote } from "@/lib/claims/reanchor";
import { reanchoredQuoteSchema } from "@/lib/claims/schema";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";

/** Moves the claim's quote to words of the newest version of its article. */
export async function reanchorAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, { action: "claim.edit", schema: reanchoredQuoteSchema, command: reanchorQuote });
}
