import { localeIds } from "./locales";

// A base for relative URLs; a reserved host.
const BASE = "http://here.invalid";

/**
 * Returns the path within the app that `wanted` names, without its locale prefix, or `fallback` if it leads
 * to another site (`//evil.example`, `/\evil.example`, `javascript:`). Prevents open redirects after signing
 * in.
 */
export function safeReturnPath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, BASE)) return fallback;
  const url = new URL(wanted, BASE);
  if (url.origin !== BASE) return fallback;
  const prefix = localeIds.find((id) => url.pathname === `/${id}` || url.pathname.startsWith(`/${id}/`));
  const path = prefix ? url.pathname.slice(prefix.length + 1) || "/" : url.pathname;
  // The rest may name another host: /ar//evil.example
  return path.startsWith("//") ? fallback : `${path}${url.search}${url.hash}`;
}
