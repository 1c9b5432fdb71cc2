import { trimCopiedPath } from "@/lib/text/path-variants";
import type { Handler } from "./response-cache";

/**
 * A handler that redirects a path ending in punctuation or invisible characters, as URLs copied from a chat do, to the
 * path without them (308, RFC 9110, 15.4.9).
 */
export function withCopiedPathRedirect(
  handler: Handler,
  headers: ReadonlyArray<{ key: string; value: string }>,
): Handler {
  return (request, response) => {
    const address = request.url ?? "/";
    const query = address.indexOf("?");
    const path = query < 0 ? address : address.slice(0, query);
    const isSafeMethod = request.method === "GET" || request.method === "HEAD";
    const target = isSafeMethod && path.startsWith("/") ? trimCopiedPath(path) : null;
    if (target === null) return handler(request, response);
    for (const { key, value } of headers) response.setHeader(key, value);
    response.writeHead(308, { location: target + (query < 0 ? "" : address.slice(query)) }).end();
  };
}
