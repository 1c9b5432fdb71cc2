import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handler } from "./response-cache";

/** A response in one piece; its status is 200 by default. A `Response` would copy the body three times. */
export type WholeAnswer = { headers: Headers; body: Buffer; status?: number };

type Answer = (request: Request) => Promise<Response | WholeAnswer>;

type DirectOptions = {
  /** Who answers a path without `next`; null for all others. */
  find: (path: string) => Answer | null;
  next: Handler;
  origin: string;
  /** What every answer of the app carries. */
  headers: ReadonlyArray<{ key: string; value: string }>;
};

/**
 * A handler that asks `find` first, in the terms of the web (Request and Response), and `next` for everything else: for
 * what could not be answered, too, as a failure has a page there.
 */
export function answeringDirectly({ find, next, origin, headers }: DirectOptions): Handler {
  return async (request, response) => {
    const address = new URL(request.url ?? "/", origin);
    const answer = request.method === "GET" ? find(address.pathname) : null;
    const found = await answer?.(webRequest(request, address)).catch((error) => console.error(error));
    if (!found) return next(request, response);
    await send(found, response, headers);
  };
}

function webRequest({ headers }: IncomingMessage, address: URL): Request {
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]);
  return new Request(address, { headers: pairs });
}

async function send(
  answer: Response | WholeAnswer,
  response: ServerResponse,
  headers: DirectOptions["headers"],
): Promise<void> {
  for (const { key, value } of headers) response.setHeader(key, value);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  response.end(answer instanceof Response ? await answer.text() : answer.body);
}
