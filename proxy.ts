import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/routing";

/** Finds the language of an address. */
export default createMiddleware(routing);

export const config = {
  // Pages only: neither the API and the feeds, nor what Next and the public folder serve.
  matcher: ["/((?!api|feed\\.|_next|_vercel|.*\\.(?:ico|svg|png|txt|xml|woff2)$).*)"],
};
