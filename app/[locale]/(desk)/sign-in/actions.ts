"use server";

import { getLocale } from "next-intl/server";
import { signInSchema } from "@/lib/desk/auth/schema";
import { safeReturnPath } from "@/lib/i18n/safe-return-path";
import { redirect } from "@/lib/next/navigation";
import { signIn } from "@/lib/next/sign-in";
import { toAppError } from "@/lib/server/http/responses";

/** The state of the sign-in form: `reason` is a key of `errors`, `fields` has keys of `fields.errors`. */
export type SignInState = { reason: string | null; fields: Record<string, string>; email: string };

/** Signs in and redirects to `next`, or to the second step. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const parsed = signInSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => [path.join("."), message]);
    return { reason: null, fields: Object.fromEntries(fields), email };
  }
  let codeNeeded: boolean;
  try {
    ({ codeNeeded } = await signIn(parsed.data));
  } catch (error) {
    const known = toAppError(error);
    if (!known) throw error;
    return { reason: known.reason, fields: {}, email };
  }
  const next = safeReturnPath(parsed.data.next, "/desk");
  const href = codeNeeded ? { pathname: "/sign-in/code", query: { next } } : next;
  return redirect({ href, locale: await getLocale() });
}
