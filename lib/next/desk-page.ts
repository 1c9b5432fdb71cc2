import "server-only";
import { forbidden, unauthorized } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type Action, type Actor, type Context, may } from "@/lib/desk/auth/permissions";
import { isRefused } from "./answer-status";
import { requestContext } from "./context";
import { redirect } from "./navigation";

/**
 * The context of a page for staff, at `path` (without its language prefix). Nobody signed in: they are sent to sign
 * in, and come back. Signed in with a role that may not do `action` (null: every role may): the page that says so. A
 * courtesy to people; what guards is in the commands and queries.
 */
export async function deskContext(
  path: string,
  action: Action | null = "desk.read",
): Promise<Context & { actor: Actor }> {
  const { actor, ...rest } = await requestContext();
  if (!actor) {
    // After a form without JavaScript: a redirect would have the browser send the form there once more.
    if (isRefused()) unauthorized();
    return redirect({ href: { pathname: "/sign-in", query: { next: path } }, locale: await getLocale() });
  }
  if (action && !may(actor.role, action)) forbidden();
  return { ...rest, actor };
}
