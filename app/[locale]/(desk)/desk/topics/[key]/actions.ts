"use server";

import { candidatesFromError, renameFormSchema } from "@/lib/desk/claims/named-entities/form";
import { renameNamedEntity } from "@/lib/desk/claims/named-entities/rename";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { getCurrentNames } from "../../_parts/current-names";

/** Renames a topic. */
export async function renameTopicAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claimant.manage",
    schema: renameFormSchema,
    command: (context, input) => renameNamedEntity(context, "topic", input),
    current: (context, { key }) => getCurrentNames(context, "topic", key),
    candidates: candidatesFromError,
  });
}
