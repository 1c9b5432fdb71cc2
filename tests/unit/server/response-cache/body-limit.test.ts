import { createServer } from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { bodyTooLarge } from "@/lib/server/http/body";
import { errorResponse } from "@/lib/server/http/responses";
import { withBodyLimit } from "@/lib/server/response-cache/body-limit";

const MOST = 1000;
const got: string[] = [];
const handler = withBodyLimit({
  handler: async (request, response) => {
    let text = "";
    for await (const piece of request.setEncoding("utf8")) text += piece;
    got.push(`${request.method} ${request.url} ${request.headers["x-who"]} ${text.length}`);
    response.end("passed on");
  },
  maxBytes: MOST,
  reject: () => errorResponse(bodyTooLarge(MOST)),
  lingerMs: 50,
});
const server = createServer((request, response) => void handler(request, response)).listen(0);
const port = () => (server.address() as AddressInfo).port;
afterAll(() => server.close());
beforeEach(() => {
  got.length = 0;
});

/** A body that does not say how long it is. */
const inPieces = (count: number, piece: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let n = 0; n < count; n++) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
const post = (body: BodyInit) =>
  fetch(`http://localhost:${port()}/here`, {
    method: "POST",
    headers: { "x-who": "me" },
    body,
    duplex: "half",
  } as RequestInit);

test.each([
  ["that says how long it is", () => "x".repeat(MOST)],
  ["that does not", () => inPieces(10, "x".repeat(MOST / 10))],
])("a body as long as it may be %s is passed on whole", async (_what, body) => {
  const answer = await post(body());
  expect([answer.status, await answer.text()]).toEqual([200, "passed on"]);
  expect(got).toEqual([`POST /here me ${MOST}`]);
});

test.each([
  ["that says how long it is", () => "x".repeat(MOST + 1)],
  ["that does not", () => inPieces(11, "x".repeat(MOST / 10))],
])("a longer one %s is refused in the one shape of errors", async (_what, body) => {
  const answer = await post(body());
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({
    error: { code: "too_large", message: expect.stringContaining("1000 bytes"), details: [] },
  });
  expect(got).toEqual([]);
});

test("nothing of a body is waited for that is too long by its head, and the connection ends", async () => {
  const socket = net.connect(port(), "localhost");
  let text = "";
  socket.setEncoding("utf8").on("data", (piece) => {
    text += piece;
  });
  const ended = new Promise((resolve) => socket.once("close", resolve));
  socket.write("POST / HTTP/1.1\r\nhost: here\r\ncontent-length: 100000000000\r\n\r\n");
  await ended;
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(text).toContain('"too_large"');
});

test("a body that is broken off leaves the server as it was", async () => {
  const socket = net.connect(port(), "localhost");
  socket.write("POST / HTTP/1.1\r\nhost: here\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n");
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.destroy();
  expect((await post("x")).status).toBe(200);
  expect(got).toEqual(["POST /here me 1"]);
});
