// Sends the app's own responses from memory: the upper bound of a Node server for cached responses.
import { createServer, type IncomingMessage } from "node:http";

type CachedResponse = { headers: Record<string, string>; body: Buffer };
const cache = new Map<string, Promise<CachedResponse>>();

/** Fetches the compressed response of the app, as bytes on the wire. */
async function fetchFromApp(path: string): Promise<CachedResponse> {
  const { get } = await import("node:http");
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${process.env.APP}${path}`, { headers: { "accept-encoding": "gzip" } }, resolve).on("error", reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { "content-type": type = "", "content-encoding": encoding, etag } = response.headers;
  const body = Buffer.concat(chunks);
  return {
    body,
    headers: {
      "content-type": type,
      "content-length": String(body.length),
      ...(encoding && { "content-encoding": encoding }),
      ...(etag && { etag }),
    },
  };
}

createServer(async ({ url = "/" }, response) => {
  const pending = cache.get(url) ?? fetchFromApp(url);
  cache.set(url, pending);
  const { headers, body } = await pending;
  response.writeHead(200, headers).end(body);
}).listen(Number(process.env.PORT), "127.0.0.1");
