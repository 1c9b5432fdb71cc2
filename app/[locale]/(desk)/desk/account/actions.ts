"use server";

import { z } from "zod";
import { changedPasswordSchema } from "@/lib/auth/schema";
import { revokeSession } from "@/lib/auth/sessions";
import { changeOwnPassword } from "@/lib/people/passwords";
import { idField } from "@/lib/text/fields";
import { runForm } from "@/lib/web/actions";
import { requestSession } from "@/lib/web/context";
import type { FormState } from "@/lib/web/form-state";

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
