import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { countAttempt, resetAttempts } from "@/lib/desk/auth/attempts";
import { isAllowed, roles } from "@/lib/desk/auth/permissions";
import type { SignIn } from "@/lib/desk/auth/schema";
import { authServer } from "@/lib/desk/auth/server";
import { STAFF_COOKIE } from "@/lib/desk/auth/staff-cookie";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Signs in with email and password, and sets the session cookie. Returns whether a code of the authenticator
 * app is still needed before the session begins. Throws `rate_limited`, `unauthenticated` for a wrong email
 * or password (reason `wrong_password`), `forbidden` for a person without access (reason `no_access`).
 */
export async function signIn({
  email,
  password,
}: Pick<SignIn, "email" | "password">): Promise<{ codeNeeded: boolean }> {
  await countAttempt("password", email, new Date());
  const response = await callAuthServer("/sign-in/email", { email, password });
  throwOnFailure(response);
  if (response.status !== 200) {
    throw new AppError("unauthenticated", "The email or the password is wrong.", [], "wrong_password");
  }
  await resetAttempts("password", email);
  return { codeNeeded: (await response.json()).twoFactorRedirect === true };
}

/**
 * The second step of signing in: a code of the authenticator app, or a backup code. Throws `unauthenticated`
 * for a wrong code (reason `wrong_code`), or if the password must be entered again (`code_over`: after five
 * wrong codes, or ten minutes); else as {@link signIn}.
 */
export async function signInWithCode(code: string): Promise<void> {
  const path = /^\d{6}$/.test(code) ? "verify-totp" : "verify-backup-code";
  const response = await callAuthServer(`/two-factor/${path}`, { code });
  throwOnFailure(response);
  if (response.status === 200) return;
  const { code: error } = await response.json();
  const isWrong = error === "INVALID_CODE" || error === "INVALID_BACKUP_CODE";
  throw new AppError("unauthenticated", "The code is wrong.", [], isWrong ? "wrong_code" : "code_over");
}

function throwOnFailure({ status }: Response): void {
  if (status === 429) throw new AppError("rate_limited", "Too many attempts. Wait a while and try again.");
  if (status === 403) {
    throw new AppError("forbidden", "This person has no access.", [], "no_access");
  }
  if (status >= 500) throw new AppError("unavailable", "Signing in is not available at the moment.");
}

/** Deletes the session of this request and its cookie. */
export async function signOut(): Promise<void> {
  await callAuthServer("/sign-out", {});
}

/**
 * Sends a request to the auth library as a browser would, so that its rate limits apply, and forwards its
 * cookies. The library has no public URL.
 */
async function callAuthServer(path: string, body: Record<string, string>): Promise<Response> {
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
  const newCookies = parseSetCookieHeader(response.headers.get("set-cookie") ?? "");
  for (const [name, cookie] of newCookies) {
    const options = toCookieOptions(cookie);
    jar.set(name, cookie.value, options);
    if (!name.endsWith(".session_token")) continue;
    // Set and deleted with the session cookie.
    const isStaff = cookie.value !== "" && (await signsInStaff(response.clone()));
    jar.set(STAFF_COOKIE, isStaff ? "1" : "", {
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
  return data !== undefined && isAllowed(data.user.role, "desk.read");
}
