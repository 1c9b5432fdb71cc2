"use server";

import { getLocale } from "next-intl/server";
import { signInCodeSchema } from "@/lib/desk/auth/schema";
import { returnPath } from "@/lib/i18n/return-path";
import { redirect } from "@/lib/next/navigation";
import { signInWithCode } from "@/lib/next/sign-in";
import { asAppError } from "@/lib/server/http/answers";

/** What the form says after an attempt: `reason` is a key of `errors`, `field` one of `fields.errors`. */
export type CodeState = { reason: string | null; field: string | null };

/** Ends signing in with a code, and goes on to where the person wanted to go. */
export async function codeAction(_before: CodeState, form: FormData): Promise<CodeState> {
  const parsed = signInCodeSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { reason: null, field: parsed.error.issues[0]?.message ?? "required" };
  try {
    await signInWithCode(parsed.data.code);
  } catch (error) {
    const known = asAppError(error);
    if (!known) throw error;
    return { reason: known.reason, field: null };
  }
  return redirect({ href: returnPath(parsed.data.next, "/desk"), locale: await getLocale() });
}
