import { localeIds } from "./locales";

// Only to be resolved against: no address of ours or of anybody's.
const HERE = "http://here.invalid";

/**
 * The path of this app that `wanted` names, without its language prefix; `otherwise` for everything that leads
 * elsewhere (`//evil.example`, `/\evil.example`, `javascript:`), so that a link to sign in cannot send people away.
 */
export function returnPath(wanted: string | null | undefined, otherwise: string): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return otherwise;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE) return otherwise;
  const prefix = localeIds.find((id) => url.pathname === `/${id}` || url.pathname.startsWith(`/${id}/`));
  const path = prefix ? url.pathname.slice(prefix.length + 1) || "/" : url.pathname;
  // What is left may begin anew like another host's address: /ar//evil.example
  return path.startsWith("//") ? otherwise : `${path}${url.search}${url.hash}`;
}
