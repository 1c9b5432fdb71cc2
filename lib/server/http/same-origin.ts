import { AppError } from "@/lib/errors";

/**
 * Throws `forbidden` for a cross-site request. Checks `Sec-Fetch-Site` (W3C Fetch Metadata), or `Origin` against the
 * request's host if the browser does not send it.
 */
export function requireSameOrigin(request: Request): void {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const isSameOrigin = site
    ? site === "same-origin"
    : origin && URL.canParse(origin) && new URL(origin).host === host;
  if (!isSameOrigin) throw new AppError("forbidden", "Only pages of this desk may send requests here.");
}
