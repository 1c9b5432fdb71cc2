import { withoutCopiedEnds } from "@/lib/text/own-path";
import type { Handler } from "./response-cache";

/**
 * A handler that redirects an address with punctuation or invisible characters at the end of its path, as they are copied
 * out of a chat, to the address without (308, RFC 9110, 15.4.9).
 */
export function redirectingCopied(
  handler: Handler,
  headers: ReadonlyArray<{ key: string; value: string }>,
): Handler {
  return (request, response) => {
    const address = request.url ?? "/";
    const query = address.indexOf("?");
    const path = query < 0 ? address : address.slice(0, query);
    const isRead = request.method === "GET" || request.method === "HEAD";
    const target = isRead && path.startsWith("/") ? withoutCopiedEnds(path) : null;
    if (target === null) return handler(request, response);
    for (const { key, value } of headers) response.setHeader(key, value);
    response.writeHead(308, { location: target + (query < 0 ? "" : address.slice(query)) }).end();
  };
}
