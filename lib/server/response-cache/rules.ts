import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import fresh from "fresh";
import Negotiator from "negotiator";

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
 * The encoding of the response (RFC 9110, 12.5.3): the one that the client weighs highest, of several the smallest. Null if
 * the client accepts none of them, not even the plain body.
 */
export function chooseEncoding(accept: string | undefined): Encoding | null {
  // Without the header everything is allowed, but a client that says nothing may not know how to decompress.
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
 * Whether the client has this very response (RFC 9110, 13.1): its entity tags count before its date. `Cache-Control:
 * no-cache`, which `fetch` adds to conditional requests, asks caches to validate, which is what happens here (RFC 9111,
 * 5.2.1.4): it is no reason to send the body.
 */
export function isFresh(headers: IncomingHttpHeaders, validators: Validators): boolean {
  const { "if-none-match": tags, "if-modified-since": since } = headers;
  return fresh({ "if-none-match": tags, "if-modified-since": since }, validators);
}

/** Whether an answer may be given to others: a whole one, not set for one person, and not marked as passing. */
export function isKeepable(status: number, headers: Record<string, unknown>, isPage: boolean): boolean {
  if (status !== 200 || headers["set-cookie"] !== undefined) return false;
  // Next marks every page that it renders on request as private: what is public is known by its address.
  return isPage || !/no-store|private/.test(String(headers["cache-control"] ?? ""));
}
