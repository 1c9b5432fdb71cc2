import { defaultLocale, localeIds } from "@/lib/i18n/locales";
import { decodedSegment } from "@/lib/text/own-path";

// A longer address is answered, and not kept: nobody fills the memory with names.
const LONGEST_ADDRESS = 2048;

const inLanguage = new RegExp(`^/(?:${localeIds.filter((id) => id !== defaultLocale).join("|")})(?=/|$)`);

type ScopesOf = (slug: string) => string[];
const all: ScopesOf = () => ["all"];
const ofClaim: ScopesOf = (slug) => [`claim:${slug}`];

/** What readers may ask for, and the scopes (the table `public_scope`) that everything shown there stands in. */
const pages: Array<[RegExp, ScopesOf]> = [
  [/^\/(?:|articles|corrections|methodology)$/, all],
  [/^\/corrections\/feed\.(?:atom|json)$/, all],
  [/^\/claims\/([^/]+)(?:\/compare|\/revisions\/\d+)?$/, ofClaim],
  [/^\/articles\/([^/]+)$/, (slug) => ["all", `article:${slug}`]],
];
const documents: Array<[RegExp, ScopesOf]> = [
  [/^\/api\/v1\/(?:claims|suggestions|verdicts\.[a-z]+|schema\/[a-z.]+)$/, all],
  [/^\/api\/v1\/claims\/([^/]+)$/, ofClaim],
];

// Next names these by their content.
const FOREVER = /^\/_next\/static\/[\w./~-]+$/;

/** Whether the address names the same bytes for as long as this process runs. */
export function isUnchanging(address: string): boolean {
  return FOREVER.test(address);
}

/**
 * The scopes that the answer to an address (path and query, as it was sent) depends on; null for what is not public or
 * is not to be kept. Feeds and pages may begin with a language.
 */
export function scopesOf(address: string): string[] | null {
  if (address.length > LONGEST_ADDRESS) return null;
  if (isUnchanging(address)) return [];
  const path = address.split("?", 1)[0] ?? "";
  const bare = path.replace(inLanguage, "");
  return find(documents, path) ?? find(pages, bare === "" ? "/" : bare);
}

function find(list: Array<[RegExp, ScopesOf]>, path: string): string[] | null {
  for (const [pattern, scopes] of list) {
    const match = pattern.exec(path);
    if (!match) continue;
    const slug = decodedSegment(match[1] ?? "");
    return slug === null ? null : scopes(slug);
  }
  return null;
}
