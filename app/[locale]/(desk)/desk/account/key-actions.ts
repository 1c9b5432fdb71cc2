"use server";

import { z } from "zod";
import type { FormState } from "@/lib/desk/forms/form-state";
import { createKey, revokeKey } from "@/lib/desk/people/keys";
import { newKeySchema } from "@/lib/desk/people/schema";
import { runForm } from "@/lib/next/actions";
import { idField } from "@/lib/text/fields";

/** Creates an API key, which the form shows once. */
export async function createKeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: newKeySchema,
    command: createKey,
    secret: (value) => ({ value }),
  });
}

/** Revokes one of the person's own keys. */
export async function revokeKeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: z.object({ keyId: idField }),
    command: (context, { keyId }) => revokeKey(context, keyId),
  });
}
