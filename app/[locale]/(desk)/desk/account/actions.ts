"use server";

import { z } from "zod";
import { changedPasswordSchema } from "@/lib/desk/auth/schema";
import { revokeSession } from "@/lib/desk/auth/sessions";
import type { FormState } from "@/lib/desk/forms/form-state";
import { changeOwnPassword } from "@/lib/desk/people/passwords";
import { runForm } from "@/lib/next/actions";
import { requestSession } from "@/lib/next/context";
import { idField } from "@/lib/text/fields";

/** Changes one's own password; every other place is signed out. */
export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, {
    action: null,
    schema: changedPasswordSchema,
    command: async (context, input) => changeOwnPassword(context, input, (await requestSession())?.id ?? ""),
  });
  // Passwords do not travel back.
  return { ...state, typed: null };
}

/** Ends one of one's own sessions. */
export async function revokeSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: z.object({ sessionId: idField }),
    command: (context, { sessionId }) => revokeSession(context, sessionId),
  });
}
