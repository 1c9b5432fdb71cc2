import { AppError } from "@/lib/errors";

/**
 * Refuses a request that another site had this browser send. By `Sec-Fetch-Site` (W3C Fetch Metadata), and where a
 * browser does not send it, by `Origin` against the host that was asked. Throws `forbidden`.
 */
export function requireSameOrigin(request: Request): void {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const same = site
    ? site === "same-origin"
    : origin && URL.canParse(origin) && new URL(origin).host === host;
  if (!same) throw new AppError("forbidden", "This address answers pages of this desk only.");
}
