import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { defaultLocale, isLocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { routing } from "@/lib/next/routing";
import { findOtherSpelling, pathExists } from "@/lib/server/addresses";

const routeByLocale = createMiddleware(routing);

/**
 * Routes a page by its locale. A missing claim or article is rewritten to a path without a route: a `notFound()` thrown by
 * its page would be rendered by the browser's script only.
 */
export default async function proxy(request: NextRequest) {
  const response = routeByLocale(request);
  if (!response.ok) return response;
  const routed = new URL(response.headers.get("x-middleware-rewrite") ?? request.url);
  const [, locale = "", ...rest] = routed.pathname.split("/");
  const path = `/${rest.join("/")}`;
  const exists = await pathExists(path);
  // A desk path is redirected without revealing what exists: its pages check the session later.
  const other = exists && !path.startsWith("/desk/") ? null : await findOtherSpelling(path);
  if (other) {
    const target = new URL(localPath(other, isLocaleId(locale) ? locale : defaultLocale), request.url);
    target.search = request.nextUrl.search;
    return NextResponse.redirect(target, 308);
  }
  if (exists) return response;
  return NextResponse.rewrite(new URL(`/${locale}/not-found`, request.url), { headers: response.headers });
}

export const config = {
  // Pages and unknown paths: not the API, the feeds and the files that Next serves.
  matcher: ["/((?!api/|feed\\.(?:atom|json)$|_next/|favicon\\.ico$|icon\\.svg$).*)"],
};
