import "server-only";
import { forbidden, unauthorized } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type Action, type Actor, type Context, isAllowed } from "@/lib/desk/auth/permissions";
import { requestContext } from "./context";
import { redirect } from "./navigation";
import { isRefused } from "./response-status";

/**
 * The context of a staff page at `path` (without language prefix). Redirects to the sign-in page and back if
 * nobody is signed in; renders the 403 page if the role may not perform `action` (null: every role may).
 * Authorization itself is in the commands and queries.
 */
export async function deskContext(
  path: string,
  action: Action | null = "desk.read",
): Promise<Context & { actor: Actor }> {
  const { actor, ...rest } = await requestContext();
  if (!actor) {
    // After a form without JavaScript, a redirect would make the browser submit the form again.
    if (isRefused()) unauthorized();
    return redirect({ href: { pathname: "/sign-in", query: { next: path } }, locale: await getLocale() });
  }
  if (action && !isAllowed(actor.role, action)) forbidden();
  return { ...rest, actor };
}
