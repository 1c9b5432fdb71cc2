"use server";

import { z } from "zod";
import { passwordChangeSchema } from "@/lib/desk/auth/schema";
import { revokeSession } from "@/lib/desk/auth/sessions";
import type { FormState } from "@/lib/desk/forms/form-state";
import { changeOwnPassword } from "@/lib/desk/people/passwords";
import { runForm } from "@/lib/next/actions";
import { requestSession } from "@/lib/next/context";
import { idField } from "@/lib/text/fields";

/** Changes the person's own password and signs out their other sessions. */
export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, {
    action: null,
    schema: passwordChangeSchema,
    command: async (context, input) => changeOwnPassword(context, input, (await requestSession())?.id ?? ""),
  });
  // Passwords are not sent back.
  return { ...state, typed: null };
}

/** Revokes one of the person's own sessions. */
export async function revokeSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: z.object({ sessionId: idField }),
    command: (context, { sessionId }) => revokeSession(context, sessionId),
  });
}
