import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import fresh from "fresh";
import Negotiator from "negotiator";

/** The content encodings that responses may have, preferred first. */
export const encodings = ["br", "gzip", "identity"] as const;
/** A content encoding; `identity` is uncompressed. */
export type Encoding = (typeof encodings)[number];

// The desk's cookies, with and without the prefix of secure cookies.
const SESSION = /(?:^|[;\s])(?:__Secure-|__Host-)?veritable\./;

// Next responds to these with partial pages. A partial response must not be cached as a complete one.
const UNCACHED_HEADERS = [
  "authorization",
  "rsc",
  "next-action",
  "next-router-state-tree",
  "next-router-prefetch",
  "range",
] as const;

/** Whether a request is for a complete public response: a read without session, API key or range. */
export function isPublicRead({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (headers.cookie !== undefined && SESSION.test(headers.cookie)) return false;
  return UNCACHED_HEADERS.every((name) => headers[name] === undefined);
}

/**
 * The encoding of the response (RFC 9110, 12.5.3): the one that the client weighs highest, of several the smallest. Null if
 * the client accepts none of them, not even the plain body.
 */
export function chooseEncoding(accept: string | undefined): Encoding | null {
  // Without the header every encoding is allowed, but such a client may be unable to decompress.
  if (accept === undefined) return "identity";
  // RFC 9110, 8.4.1.3: x-gzip is an older name of gzip.
  const headers = { "accept-encoding": accept.replace(/\bx-gzip\b/i, "gzip") };
  const negotiator: NegotiatesEncodings = new Negotiator({ headers });
  const [best] = negotiator.encodings(encodings, { preferred: encodings });
  return encodings.find((encoding) => encoding === best) ?? null;
}

// The published types of negotiator lack the order of preference.
type NegotiatesEncodings = {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
};

type Validators = { etag: string; "last-modified"?: string };

/**
 * Whether the client has this response already (RFC 9110, 13.1): entity tags take precedence over the date.
 * `Cache-Control: no-cache`, which `fetch` adds to conditional requests, requires validation (RFC 9111, 5.2.1.4), which is
 * what happens here, so that it is ignored.
 */
export function isFresh(headers: IncomingHttpHeaders, validators: Validators): boolean {
  const { "if-none-match": tags, "if-modified-since": since } = headers;
  return fresh({ "if-none-match": tags, "if-modified-since": since }, validators);
}

/** Whether a response may be cached: status 200, no cookie, and, except for pages, not marked no-store or private. */
export function isCacheable(status: number, headers: Record<string, unknown>, isPage: boolean): boolean {
  if (status !== 200 || headers["set-cookie"] !== undefined) return false;
  // Next marks every dynamic page as private; `scopesOf` tells which pages are public.
  return isPage || !/no-store|private/.test(String(headers["cache-control"] ?? ""));
}
