"use server";

import { candidatesOf, renameFormSchema, settledSplit, splitFormSchema } from "@/lib/desk/claims/named/form";
import { renameNamed } from "@/lib/desk/claims/named/rename";
import { splitClaimant } from "@/lib/desk/claims/named/split";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { standingNames } from "../../_parts/standing-names";

/** Gives a claimant other names. */
export async function renameClaimantAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claimant.manage",
    schema: renameFormSchema,
    command: (context, input) => renameNamed(context, "claimant", input),
    current: (context, { key }) => standingNames(context, "claimant", key),
    candidates: candidatesOf,
  });
}

/** Gives some of a claimant's claims to another one. */
export async function splitClaimantAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claimant.manage",
    schema: splitFormSchema,
    command: async (context, input) => splitClaimant(context, await settledSplit(input)),
    candidates: candidatesOf,
  });
}
