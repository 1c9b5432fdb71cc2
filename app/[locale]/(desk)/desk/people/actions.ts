"use server";

import { z } from "zod";
import { addPerson, editPerson, resetPassword } from "@/lib/people/commands";
import { editedPersonSchema, newPersonSchema } from "@/lib/people/schema";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";

/** Adds a person; answers their password, this once. */
export async function addPersonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: newPersonSchema,
    command: addPerson,
    secret: ({ password }) => ({ value: password }),
  });
}

/** Gives a person a new password and ends their sessions; answers the password, this once. */
export async function resetPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ personId: z.string().min(1) }),
    command: (context, { personId }) => resetPassword(context, personId),
    secret: (value) => ({ value }),
  });
}

/** Changes a person's role or access. */
export async function editPersonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, { action: "person.manage", schema: editedPersonSchema, command: editPerson });
}
