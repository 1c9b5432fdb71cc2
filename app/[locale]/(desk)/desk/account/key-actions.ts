"use server";

import { z } from "zod";
import { createKey, revokeKey } from "@/lib/people/keys";
import { newKeySchema } from "@/lib/people/schema";
import { idField } from "@/lib/text/fields";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";

/** Makes a key; answers it, this once. */
export async function createKeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: newKeySchema,
    command: createKey,
    secret: (value) => ({ value }),
  });
}

/** Revokes one of one's own keys. */
export async function revokeKeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: z.object({ keyId: idField }),
    command: (context, { keyId }) => revokeKey(context, keyId),
  });
}
