import { IncomingMessage, type ServerResponse } from "node:http";
import type { Handler } from "./response-cache";

type BodyLimitOptions = {
  handler: Handler;
  /** The longest body that is passed to `handler`, in bytes. */
  maxBytes: number;
  /** The response to a longer one. */
  reject: () => Response;
  /** How long the rejected client may take to read the response, in milliseconds. */
  lingerMs?: number;
};

const LINGER_MS = 2000;

/**
 * A handler that passes on requests with a body of at most `maxBytes`. A longer one is rejected by its Content-Length
 * before it is read; a chunked body is buffered, and passed on once it is complete and fits.
 */
export function withBodyLimit({
  handler,
  maxBytes,
  reject,
  lingerMs = LINGER_MS,
}: BodyLimitOptions): Handler {
  return async (request, response) => {
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
      return send(reject(), response, lingerMs);
    }
    if (request.headers["transfer-encoding"] === undefined) return handler(request, response);
    const body = await readUpTo(request, maxBytes).catch(() => "broken" as const);
    if (body === "broken") response.destroy();
    else if (body === "too large") await send(reject(), response, lingerMs);
    else await handler(withBody(request, body), response);
  };
}

function readUpTo(request: IncomingMessage, maxBytes: number): Promise<Buffer | "too large"> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const count = (piece: Buffer) => {
      size += piece.length;
      pieces.push(piece);
      if (size <= maxBytes) return;
      request.off("data", count).pause();
      resolve("too large");
    };
    request.on("data", count);
    request.once("end", () => resolve(Buffer.concat(pieces, size)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The request was aborted.")));
  });
}

/** A copy of the request with a buffered body instead of a chunked one. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { "transfer-encoding": _chunked, ...headers } = request.headers;
  const copy = new IncomingMessage(request.socket);
  const { httpVersion, httpVersionMajor, httpVersionMinor, method, url } = request;
  Object.assign(copy, { httpVersion, httpVersionMajor, httpVersionMinor, method, url });
  copy.headers = { ...headers, "content-length": String(body.length) };
  copy.rawHeaders = Object.entries(copy.headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, one]),
  );
  copy.complete = true;
  if (body.length > 0) copy.push(body);
  copy.push(null);
  return copy;
}

/**
 * Sends the response without reading the rest of the request. Closes the connection after `lingerMs`: closed at once with
 * unread bytes, it would be reset, and the client might lose the response.
 */
async function send(rejection: Response, response: ServerResponse, lingerMs: number): Promise<void> {
  const body = Buffer.from(await rejection.arrayBuffer());
  response.writeHead(rejection.status, {
    ...Object.fromEntries(rejection.headers),
    "content-length": body.length,
    connection: "close",
  });
  response.write(body);
  const timer = setTimeout(() => response.destroy(), lingerMs);
  response.once("close", () => clearTimeout(timer));
}
