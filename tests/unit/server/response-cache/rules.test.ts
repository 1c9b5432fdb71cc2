import { expect, test } from "vitest";
import { STAFF_COOKIE } from "@/lib/desk/auth/staff-cookie";
import { chooseEncoding, isCacheable, isFresh, isPublicRead } from "@/lib/server/response-cache/rules";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP", "gzip"],
  ["x-gzip", "gzip"],
  ["br;q=0.1, gzip;q=0.9", "gzip"],
  ["br;q=0, *", "gzip"],
  ["*", "br"],
  ["deflate", "identity"],
  ["identity;q=1, gzip;q=0.5", "identity"],
  ["identity;q=0", null],
  ["gzip;q=nonsense", "identity"],
  ["*;q=0", null],
  ["gzip;q=0.5, *;q=0", "gzip"],
  ["br;q=0, gzip;q=0", "identity"],
  ["identity;q=0.5, *;q=0", "identity"],
])("who accepts %j is answered in %s", (accept, encoding) => {
  expect(chooseEncoding(accept)).toBe(encoding);
});

test("readers share answers; sessions, keys and parts of pages do not", () => {
  const asks = (headers: Record<string, string>, method = "GET") => isPublicRead({ method, headers });
  expect(asks({})).toBe(true);
  expect(asks({ cookie: "theme=dark; other.session=1" }, "HEAD")).toBe(true);
  expect(asks({ cookie: `${STAFF_COOKIE}=1` })).toBe(true);
  expect(asks({}, "POST")).toBe(false);
  expect(asks({ cookie: "veritable.session_token=x" })).toBe(false);
  expect(asks({ cookie: "a=b; __Secure-veritable.session_token=x" })).toBe(false);
  expect(asks({ authorization: "Bearer vrt_x" })).toBe(false);
  // Next responds to these with parts of a page.
  for (const name of ["rsc", "next-action", "next-router-state-tree", "next-router-prefetch"])
    expect(asks({ [name]: "1" }), name).toBe(false);
  expect(asks({ range: "bytes=0-1" })).toBe(false);
});

test("entity tags count before dates", () => {
  const validators = { etag: '"a"', "last-modified": "Fri, 02 Jan 2026 00:00:00 GMT" };
  const fresh = (headers: Record<string, string>) => isFresh(headers, validators);
  expect(fresh({ "if-none-match": '"a"' })).toBe(true);
  expect(fresh({ "if-none-match": '"b", W/"a"' })).toBe(true);
  expect(fresh({ "if-none-match": "*" })).toBe(true);
  const later = "Sat, 03 Jan 2026 00:00:00 GMT";
  expect(fresh({ "if-none-match": '"b"', "if-modified-since": later })).toBe(false);
  expect(fresh({ "if-modified-since": later })).toBe(true);
  expect(fresh({ "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" })).toBe(false);
  expect(fresh({ "if-modified-since": "no date" })).toBe(false);
  expect(fresh({})).toBe(false);
  expect(isFresh({ "if-modified-since": later }, { etag: '"a"' })).toBe(false);
});

test("a conditional request with no-cache, as fetch sends it, is still one", () => {
  const request = { "if-none-match": 'W/"a"', "cache-control": "no-cache", pragma: "no-cache" };
  expect(isFresh(request, { etag: '"a"' })).toBe(true);
});

test("what is set for one person, failed or is marked as passing is not kept", () => {
  expect(isCacheable(200, {}, false)).toBe(true);
  expect(isCacheable(200, { "cache-control": "private, no-store" }, true)).toBe(true);
  expect(isCacheable(200, { "cache-control": "no-store" }, false)).toBe(false);
  expect(isCacheable(200, { "set-cookie": ["a=b"] }, true)).toBe(false);
  expect(isCacheable(404, {}, true)).toBe(false);
});
