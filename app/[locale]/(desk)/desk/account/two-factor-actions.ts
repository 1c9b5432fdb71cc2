"use server";

import { firstCodeSchema, ownPasswordSchema } from "@/lib/desk/auth/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
import {
  beginTwoFactor,
  confirmTwoFactor,
  renewBackupCodes,
  turnOffTwoFactor,
} from "@/lib/desk/people/two-factor";
import { runForm } from "@/lib/next/actions";
import { requestSession } from "@/lib/next/context";

/** Begins the setup of an authenticator app; the page then shows its secret. */
export async function beginTwoFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return withoutTyped(runForm(form, { action: null, schema: ownPasswordSchema, command: beginTwoFactor }));
}

/** Turns the authenticator app on with its first code; the form shows the backup codes once. */
export async function confirmTwoFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: null,
    schema: firstCodeSchema,
    command: async (context, input) => confirmTwoFactor(context, input, (await requestSession())?.id ?? ""),
    secret: (codes) => ({ value: codes.join("\n") }),
  });
}

/** Replaces the person's backup codes, which the form shows once. */
export async function renewBackupCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  return withoutTyped(
    runForm(form, {
      action: null,
      schema: ownPasswordSchema,
      command: renewBackupCodes,
      secret: (codes) => ({ value: codes.join("\n") }),
    }),
  );
}

/** Turns the person's own authenticator app off. */
export async function turnOffTwoFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return withoutTyped(runForm(form, { action: null, schema: ownPasswordSchema, command: turnOffTwoFactor }));
}

// Passwords are not sent back.
const withoutTyped = async (state: Promise<FormState>) => ({ ...(await state), typed: null });
