// Sends the bytes that the app sent, from memory: the most that a Node server can do for an answer that is known.
import { createServer, type IncomingMessage } from "node:http";

type Kept = { headers: Record<string, string>; body: Buffer };
const kept = new Map<string, Promise<Kept>>();

/** What the app sends a reader who takes it packed, as it is on the wire. */
async function fromApp(path: string): Promise<Kept> {
  const { get } = await import("node:http");
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${process.env.APP}${path}`, { headers: { "accept-encoding": "gzip" } }, resolve).on("error", reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const { "content-type": type = "", "content-encoding": encoding, etag } = answer.headers;
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

createServer(async ({ url = "/" }, answer) => {
  const known = kept.get(url) ?? fromApp(url);
  kept.set(url, known);
  const { headers, body } = await known;
  answer.writeHead(200, headers).end(body);
}).listen(Number(process.env.PORT), "127.0.0.1");
