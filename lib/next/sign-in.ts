import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { countAttempt, forgetAttempts } from "@/lib/desk/auth/attempts";
import { may, roles } from "@/lib/desk/auth/permissions";
import type { SignIn } from "@/lib/desk/auth/schema";
import { authServer } from "@/lib/desk/auth/server";
import { staffCookie } from "@/lib/desk/auth/staff-cookie";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Signs in whoever sends this request, and sets their cookie; answers whether a code of their authenticator app is
 * still asked for, without which they are not signed in.
 * Throws `rate_limited` after too many attempts, `unauthenticated` for a wrong email or password (reason
 * `wrong_password`), `forbidden` for a person whose access was taken away (reason `no_access`).
 */
export async function signIn({
  email,
  password,
}: Pick<SignIn, "email" | "password">): Promise<{ codeNeeded: boolean }> {
  await countAttempt("password", email, new Date());
  const response = await askAuthServer("/sign-in/email", { email, password });
  refuseUnusual(response);
  if (response.status !== 200) {
    throw new AppError("unauthenticated", "The email or the password is wrong.", [], "wrong_password");
  }
  await forgetAttempts("password", email);
  return { codeNeeded: (await response.json()).twoFactorRedirect === true };
}

/**
 * The second step, after the right password: signs in with a code of the authenticator app, or with a backup code.
 * Throws `unauthenticated` for a wrong code (reason `wrong_code`), and where the password has to be given again
 * (`code_over`: after five wrong codes, or ten minutes); else as {@link signIn}.
 */
export async function signInWithCode(code: string): Promise<void> {
  const path = /^\d{6}$/.test(code) ? "verify-totp" : "verify-backup-code";
  const response = await askAuthServer(`/two-factor/${path}`, { code });
  refuseUnusual(response);
  if (response.status === 200) return;
  const { code: fault } = await response.json();
  const wrong = fault === "INVALID_CODE" || fault === "INVALID_BACKUP_CODE";
  throw new AppError("unauthenticated", "The code is wrong.", [], wrong ? "wrong_code" : "code_over");
}

function refuseUnusual({ status }: Response): void {
  if (status === 429) throw new AppError("rate_limited", "Too many attempts. Wait a while and try again.");
  if (status === 403) {
    throw new AppError("forbidden", "This person's access was taken away.", [], "no_access");
  }
  if (status >= 500) throw new AppError("unavailable", "Signing in does not work at the moment.");
}

/** Ends the session of this request in the database, and takes its cookie away. */
export async function signOut(): Promise<void> {
  await askAuthServer("/sign-out", {});
}

/**
 * Asks the auth library as a browser would, so that its limits count, and hands its cookies on. It has no public
 * address: the app's own actions are the only way in.
 */
async function askAuthServer(path: string, body: Record<string, string>): Promise<Response> {
  const [sent, origin] = [await headers(), env().BASE_URL];
  const forwarded = ["user-agent", "x-forwarded-for", "cookie"].flatMap((name) => {
    const value = sent.get(name);
    return value ? [[name, value] as const] : [];
  });
  const response = await authServer().handler(
    new Request(`${origin}/api/auth${path}`, {
      method: "POST",
      headers: { ...Object.fromEntries(forwarded), origin, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  const jar = await cookies();
  const set = parseSetCookieHeader(response.headers.get("set-cookie") ?? "");
  for (const [name, cookie] of set) {
    const options = toCookieOptions(cookie);
    jar.set(name, cookie.value, options);
    if (!name.endsWith(".session_token")) continue;
    // It comes and goes with the session's.
    const isStaff = cookie.value !== "" && (await signsInStaff(response.clone()));
    jar.set(staffCookie, isStaff ? "1" : "", {
      ...options,
      httpOnly: false,
      ...(!isStaff && { maxAge: 0 }),
    });
  }
  return response;
}

const signedIn = z.object({ user: z.object({ role: z.enum(roles) }) });

async function signsInStaff(response: Response): Promise<boolean> {
  const { data } = signedIn.safeParse(await response.json().catch(() => null));
  return data !== undefined && may(data.user.role, "desk.read");
}
