"use server";

import { after } from "next/server";
import { countAttempt } from "@/lib/desk/auth/attempts";
import type { FormState } from "@/lib/desk/forms/form-state";
import { requestReset, resetPassword } from "@/lib/desk/people/resets";
import { passwordResetSchema, resetRequestSchema } from "@/lib/desk/people/schema";
import { runForm } from "@/lib/next/actions";
import { mailReset, pageLocale } from "@/lib/next/links";
import { redirect } from "@/lib/next/navigation";

/**
 * Mails a reset link to the person with this email. The response and its time are the same if there is none.
 */
export async function requestResetAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "everybody",
    schema: resetRequestSchema,
    command: async (context, { email }) => {
      await countAttempt("reset", email, context.now());
      const locale = await pageLocale();
      after(async () => {
        const reset = await requestReset(context, email);
        if (reset) await mailReset(reset, locale);
      });
    },
  });
}

/** Sets a new password by a reset link and redirects to the sign-in page. */
export async function resetPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, {
    action: "everybody",
    schema: passwordResetSchema,
    command: async (context, input) => {
      await resetPassword(context, input);
      redirect({ href: { pathname: "/sign-in", query: { reset: "done" } }, locale: await pageLocale() });
    },
  });
  // Passwords are not sent back.
  return { ...state, typed: null };
}
