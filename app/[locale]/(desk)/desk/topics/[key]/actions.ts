"use server";

import { candidatesOf, renameFormSchema } from "@/lib/claims/named/form";
import { renameNamed } from "@/lib/claims/named/rename";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";
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
