import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/routing";

/** Finds the language of an address. */
export default createMiddleware(routing);

export const config = {
  // Pages only, and what is none: neither the API and the feeds, nor the files that Next serves.
  matcher: ["/((?!api/|feed\\.(?:atom|json)$|_next/|icon\\.svg$).*)"],
};
