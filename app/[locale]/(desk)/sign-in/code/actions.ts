"use server";

import { getLocale } from "next-intl/server";
import { signInCodeSchema } from "@/lib/desk/auth/schema";
import { safeReturnPath } from "@/lib/i18n/safe-return-path";
import { redirect } from "@/lib/next/navigation";
import { signInWithCode } from "@/lib/next/sign-in";
import { toAppError } from "@/lib/server/http/responses";

/** The state of the code form: `reason` is a key of `errors`, `field` one of `fields.errors`. */
export type CodeState = { reason: string | null; field: string | null };

/** Completes signing in with a code and redirects to `next`. */
export async function codeAction(_before: CodeState, form: FormData): Promise<CodeState> {
  const parsed = signInCodeSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { reason: null, field: parsed.error.issues[0]?.message ?? "required" };
  try {
    await signInWithCode(parsed.data.code);
  } catch (error) {
    const known = toAppError(error);
    if (!known) throw error;
    return { reason: known.reason, field: null };
  }
  return redirect({ href: safeReturnPath(parsed.data.next, "/desk"), locale: await getLocale() });
}
