import { IncomingMessage, type ServerResponse } from "node:http";
import type { Handler } from "./response-cache";

type LimitOptions = {
  handler: Handler;
  /** The longest body that `handler` gets, in bytes. */
  mostBytes: number;
  /** The response to a longer one. */
  refuse: () => Response;
  /** How long the refused client may take to read the response, in milliseconds. */
  lingerMs?: number;
};

const LINGER_MS = 2000;

/**
 * A handler that passes on requests whose body is no longer than `mostBytes`. A longer one is refused by its
 * Content-Length before anything of it is read; a body that does not say its length is counted as it comes, and passed on
 * once it is known to fit.
 */
export function limitingBodies({ handler, mostBytes, refuse, lingerMs = LINGER_MS }: LimitOptions): Handler {
  return async (request, response) => {
    if (Number(request.headers["content-length"] ?? 0) > mostBytes) {
      return send(refuse(), response, lingerMs);
    }
    if (request.headers["transfer-encoding"] === undefined) return handler(request, response);
    const body = await readUpTo(request, mostBytes).catch(() => "broken" as const);
    if (body === "broken") response.destroy();
    else if (body === "too large") await send(refuse(), response, lingerMs);
    else await handler(withBody(request, body), response);
  };
}

function readUpTo(request: IncomingMessage, mostBytes: number): Promise<Buffer | "too large"> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const count = (piece: Buffer) => {
      size += piece.length;
      pieces.push(piece);
      if (size <= mostBytes) return;
      request.off("data", count).pause();
      resolve("too large");
    };
    request.on("data", count);
    request.once("end", () => resolve(Buffer.concat(pieces, size)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The request was broken off.")));
  });
}

/** The same request with a body that is all there. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { "transfer-encoding": _chunked, ...headers } = request.headers;
  const made = new IncomingMessage(request.socket);
  const { httpVersion, httpVersionMajor, httpVersionMinor, method, url } = request;
  Object.assign(made, { httpVersion, httpVersionMajor, httpVersionMinor, method, url });
  made.headers = { ...headers, "content-length": String(body.length) };
  made.rawHeaders = Object.entries(made.headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, one]),
  );
  made.complete = true;
  if (body.length > 0) made.push(body);
  made.push(null);
  return made;
}

/**
 * Sends the whole response and reads no further. The connection is closed a moment later: closed at once, with bytes
 * that nobody has read, it would be reset, and the client might lose the response.
 */
async function send(refusal: Response, response: ServerResponse, lingerMs: number): Promise<void> {
  const body = Buffer.from(await refusal.arrayBuffer());
  response.writeHead(refusal.status, {
    ...Object.fromEntries(refusal.headers),
    "content-length": body.length,
    connection: "close",
  });
  response.write(body);
  const timer = setTimeout(() => response.destroy(), lingerMs);
  response.once("close", () => clearTimeout(timer));
}
