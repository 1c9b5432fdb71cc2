import { defaultLocale, localeIds } from "@/lib/i18n/locales";
import { decodePathSegment } from "@/lib/text/path-variants";

// Longer URLs are not cached, so that they cannot exhaust the cache.
const MAX_CACHED_URL = 2048;

const inLanguage = new RegExp(`^/(?:${localeIds.filter((id) => id !== defaultLocale).join("|")})(?=/|$)`);

type ScopesOf = (slug: string) => string[];
const all: ScopesOf = () => ["all"];
const ofClaim: ScopesOf = (slug) => [`claim:${slug}`];

/** The public paths, with the scopes (table `public_scope`) that invalidate their responses. */
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

// Next puts a content hash into these file names.
const IMMUTABLE = /^\/_next\/static\/[\w./~-]+$/;

/** Whether the response to a URL never changes while this process runs. */
export function isImmutable(address: string): boolean {
  return IMMUTABLE.test(address);
}

/**
 * The scopes that the response to a URL (path and query, as sent) depends on; null if it is not public or must not be
 * cached. Feeds and pages may begin with a locale.
 */
export function scopesOf(address: string): string[] | null {
  if (address.length > MAX_CACHED_URL) return null;
  if (isImmutable(address)) return [];
  const path = address.split("?", 1)[0] ?? "";
  const bare = path.replace(inLanguage, "");
  return find(documents, path) ?? find(pages, bare === "" ? "/" : bare);
}

function find(list: Array<[RegExp, ScopesOf]>, path: string): string[] | null {
  for (const [pattern, scopes] of list) {
    const match = pattern.exec(path);
    if (!match) continue;
    const slug = decodePathSegment(match[1] ?? "");
    return slug === null ? null : scopes(slug);
  }
  return null;
}
