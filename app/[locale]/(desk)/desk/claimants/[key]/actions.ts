"use server";

import {
  candidatesFromError,
  renameFormSchema,
  resolveSplitForm,
  splitFormSchema,
} from "@/lib/desk/claims/named-entities/form";
import { renameNamedEntity } from "@/lib/desk/claims/named-entities/rename";
import { splitClaimant } from "@/lib/desk/claims/named-entities/split";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { getCurrentNames } from "../../_parts/current-names";

/** Renames a claimant. */
export async function renameClaimantAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claimant.manage",
    schema: renameFormSchema,
    command: (context, input) => renameNamedEntity(context, "claimant", input),
    current: (context, { key }) => getCurrentNames(context, "claimant", key),
    candidates: candidatesFromError,
  });
}

/** Moves some of a claimant's claims to another claimant. */
export async function splitClaimantAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claimant.manage",
    schema: splitFormSchema,
    command: async (context, input) => splitClaimant(context, await resolveSplitForm(input)),
    candidates: candidatesFromError,
  });
}
