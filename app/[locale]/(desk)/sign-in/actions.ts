"use server";

import { getLocale } from "next-intl/server";
import { signInSchema } from "@/lib/desk/auth/schema";
import { returnPath } from "@/lib/i18n/return-path";
import { redirect } from "@/lib/next/navigation";
import { signIn } from "@/lib/next/sign-in";
import { asAppError } from "@/lib/server/http/answers";

/** What the form says after an attempt: `reason` of the whole, `fields` of single ones, and the email as typed. */
export type SignInState = { reason: string | null; fields: Record<string, string>; email: string };

/** Signs in and goes on to where the person wanted to go. */
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
    const known = asAppError(error);
    if (!known) throw error;
    return { reason: known.reason, fields: {}, email };
  }
  const next = returnPath(parsed.data.next, "/desk");
  const href = codeNeeded ? { pathname: "/sign-in/code", query: { next } } : next;
  return redirect({ href, locale: await getLocale() });
}
