"use server";

import { candidatesOf, renameFormSchema } from "@/lib/desk/claims/named/form";
import { renameNamed } from "@/lib/desk/claims/named/rename";
import type { FormState } from "@/lib/desk/forms/form-state";
import { runForm } from "@/lib/next/actions";
import { standingNames } from "../../_parts/standing-names";

/** Gives a topic other names. */
export async function renameTopicAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claimant.manage",
    schema: renameFormSchema,
    command: (context, input) => renameNamed(context, "topic", input),
    current: (context, { key }) => standingNames(context, "topic", key),
    candidates: candidatesOf,
  });
}
