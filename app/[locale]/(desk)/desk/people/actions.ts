"use server";

import { z } from "zod";
import { addPerson, editPerson, resetPassword } from "@/lib/people/commands";
import { editedPersonSchema, newPersonSchema } from "@/lib/people/schema";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";
import type { SecretState } from "./_parts/secret-state";

/** Adds a person; answers their password, this once. */
export async function addPersonAction(_before: SecretState, form: FormData): Promise<SecretState> {
  let secret: string | null = null;
  const state = await runForm(form, {
    schema: newPersonSchema,
    command: async (context, input) => {
      secret = (await addPerson(context, input)).password;
    },
  });
  return { ...state, secret };
}

/** Gives a person a new password and ends their sessions; answers the password, this once. */
export async function resetPasswordAction(_before: SecretState, form: FormData): Promise<SecretState> {
  let secret: string | null = null;
  const state = await runForm(form, {
    schema: z.object({ personId: z.string().min(1) }),
    command: async (context, { personId }) => {
      secret = await resetPassword(context, personId);
    },
  });
  return { ...state, secret };
}

/** Changes a person's role or access. */
export async function editPersonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, { schema: editedPersonSchema, command: editPerson });
}
