import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { defaultLocale, isLocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { routing } from "@/lib/next/routing";
import { leadsSomewhere, otherSpelling } from "@/lib/server/addresses";

const inLanguage = createMiddleware(routing);

/**
 * Finds the language of an address. A claim or an article that is not there is answered as an address that no route
 * knows: a `notFound()` thrown by its page would be drawn by the browser's script alone.
 */
export default async function proxy(request: NextRequest) {
  const response = inLanguage(request);
  if (!response.ok) return response;
  const routed = new URL(response.headers.get("x-middleware-rewrite") ?? request.url);
  const [, locale = "", ...rest] = routed.pathname.split("/");
  const path = `/${rest.join("/")}`;
  const isThere = await leadsSomewhere(path);
  // Nothing of the desk is looked up before its pages have asked who it is.
  const other = isThere && !path.startsWith("/desk/") ? null : await otherSpelling(path);
  if (other) {
    const target = new URL(localPath(other, isLocaleId(locale) ? locale : defaultLocale), request.url);
    target.search = request.nextUrl.search;
    return NextResponse.redirect(target, 308);
  }
  if (isThere) return response;
  return NextResponse.rewrite(new URL(`/${locale}/not-found`, request.url), { headers: response.headers });
}

export const config = {
  // Pages only, and what is none: neither the API and the feeds, nor the files that Next serves.
  matcher: ["/((?!api/|feed\\.(?:atom|json)$|_next/|favicon\\.ico$|icon\\.svg$).*)"],
};
