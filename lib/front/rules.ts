import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** How a body is packed on its way. */
export const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

// The desk's cookies, with the prefix that browsers ask for over https and without.
const SESSION = /(?:^|[;\s])(?:__Secure-|__Host-)?veritable\./;

// Next answers these with parts of pages, and partial answers are nobody's whole one.
const APART = [
  "authorization",
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "range",
] as const;

/** Whether the request asks for what everybody gets: no session, no key, and the whole document. */
export function isPublicRead({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (headers.cookie !== undefined && SESSION.test(headers.cookie)) return false;
  return APART.every((name) => headers[name] === undefined);
}

/**
 * The encoding to answer in (RFC 9110, 12.5.3): the one that packs best of those that the client weighs highest.
 * Null where it wants none that we have, not even the plain body.
 */
export function chooseEncoding(accept: string | undefined): Encoding | null {
  // A header that is not there allows all; who says nothing may not know how to unpack.
  if (accept === undefined) return "identity";
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith("q="))?.slice(2);
    if (name) weights.set(name === "x-gzip" ? "gzip" : name, q === undefined ? 1 : Number(q) || 0);
  }
  const weigh = (name: Encoding) =>
    weights.get(name) ?? weights.get("*") ?? (name === "identity" ? 0.001 : 0);
  const best = encodings.toSorted((a, b) => weigh(b) - weigh(a))[0] ?? "identity";
  return weigh(best) > 0 ? best : null;
}

type Validators = { etag: string; lastModified: number | null };

/**
 * Whether the client has this very answer (RFC 9110, 13.1): its entity tags count before its date. `lastModified` is in
 * milliseconds since 1970.
 */
export function isFresh(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) {
    return tags === etag || tags.split(",").some((tag) => ["*", etag, `W/${etag}`].includes(tag.trim()));
  }
  const since = headers["if-modified-since"];
  return since !== undefined && lastModified !== null && Date.parse(since) >= lastModified;
}

/** Whether an answer may be given to others: a whole one, not set for one person, and not marked as passing. */
export function isKeepable(status: number, headers: Record<string, unknown>, isPage: boolean): boolean {
  if (status !== 200 || headers["set-cookie"] !== undefined) return false;
  // Next marks every page that it renders on request as private: what is public is known by its address.
  return isPage || !/no-store|private/.test(String(headers["cache-control"] ?? ""));
}
