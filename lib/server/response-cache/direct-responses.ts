import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handler } from "./response-cache";

/** A response whose body is one buffer; its status is 200 by default. A `Response` would copy the body three times. */
export type BufferedResponse = { headers: Headers; body: Buffer; status?: number };

type DirectHandler = (request: Request) => Promise<Response | BufferedResponse>;

type DirectOptions = {
  /** The handler of a path that is served without `next`; null for all others. */
  find: (path: string) => DirectHandler | null;
  next: Handler;
  origin: string;
  /** The headers of every response of the app. */
  headers: ReadonlyArray<{ key: string; value: string }>;
};

/**
 * A handler that serves GET requests by `find`, with web `Request` and `Response`, and everything else by `next`. A failed
 * direct handler falls back to `next`, which has an error page.
 */
export function withDirectResponses({ find, next, origin, headers }: DirectOptions): Handler {
  return async (request, response) => {
    const address = new URL(request.url ?? "/", origin);
    const handle = request.method === "GET" ? find(address.pathname) : null;
    const result = await handle?.(toWebRequest(request, address)).catch((error) => console.error(error));
    if (!result) return next(request, response);
    await send(result, response, headers);
  };
}

function toWebRequest({ headers }: IncomingMessage, address: URL): Request {
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]);
  return new Request(address, { headers: pairs });
}

async function send(
  result: Response | BufferedResponse,
  response: ServerResponse,
  headers: DirectOptions["headers"],
): Promise<void> {
  for (const { key, value } of headers) response.setHeader(key, value);
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  response.end(result instanceof Response ? await result.text() : result.body);
}
