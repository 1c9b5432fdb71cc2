import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { ScopeChange } from "@/lib/server/response-cache/public-versions";
import { ResponseCache } from "@/lib/server/response-cache/response-cache";

const endings: Array<() => void> = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

type Make = (response: ServerResponse, times: number) => void;

/** A cache over a handler of the test's, and a database that says what was committed. */
async function serving(make: Make, maxResponseBytes?: number) {
  const made: string[] = [];
  const committed: ScopeChange[] = [];
  const handler = (request: { url?: string }, response: ServerResponse) => {
    made.push(request.url ?? "");
    make(response, made.length);
  };
  const cache = new ResponseCache({
    handler,
    origin: "https://desk.example",
    maxBytes: 1_000_000,
    maxResponseBytes,
  });
  cache.versions.connect(async (after) => committed.filter(({ version }) => version > after), 0);
  const server = createServer((request, response) => cache.handle(request, response)).listen(0);
  endings.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(`http://localhost:${port}${path}`, { headers, method });
  return { made, committed, cache, get };
}

const numbered: Make = (response, times) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "private, no-store");
  response.end(`made ${times} ${"times ".repeat(100)}`);
};

test("what has not changed is made once, and has a name in each encoding", async () => {
  const { made, get } = await serving(numbered);
  const plain = await get("/", { "accept-encoding": "identity" });
  const packed = await get("/", { "accept-encoding": "br" });
  expect(await packed.text()).toBe(await plain.text());
  expect(made).toEqual(["/"]);
  expect(packed.headers.get("content-encoding")).toBe("br");
  expect(packed.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  expect(packed.headers.get("vary")).toBe("accept-encoding, cookie");
  const etag = packed.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]+-br"$/);
  expect((await get("/", { "accept-encoding": "br", "if-none-match": etag })).status).toBe(304);
  expect((await get("/", { "accept-encoding": "identity", "if-none-match": etag })).status).toBe(200);
  const head = await get("/", { "accept-encoding": "identity" }, "HEAD");
  expect(head.headers.get("content-length")).toBe(plain.headers.get("content-length"));
});

test("what changed is made anew, and only that", async () => {
  const { made, committed, get } = await serving(numbered);
  for (const path of ["/claims/a", "/claims/b"]) await get(path);
  committed.push({ scope: "claim:a", version: 1 });
  expect(await (await get("/claims/a")).text()).toContain("made 3");
  expect(await (await get("/claims/b")).text()).toContain("made 2");
  expect(made).toEqual(["/claims/a", "/claims/b", "/claims/a"]);
});

test("many who ask at once share one making, but for those who came after a change", async () => {
  const waiting: ServerResponse[] = [];
  const { made, committed, get } = await serving((response) => void waiting.push(response));
  const [first, second] = [get("/"), get("/")];
  await expect.poll(() => waiting.length).toBe(1);
  await expect.poll(() => made.length).toBe(1);
  committed.push({ scope: "all", version: 1 });
  const third = get("/");
  await expect.poll(() => waiting.length).toBe(2);
  waiting[0]?.end("old");
  waiting[1]?.end("new");
  const texts = await Promise.all([first, second, third].map(async (answer) => (await answer).text()));
  expect(texts[0]).toBe("old");
  expect(texts[2]).toBe("new");
  expect(await (await get("/")).text()).toBe("new");
  expect(made.length).toBe(2);
});

test("a file of the build is packed, kept as it says itself, and not asked of the database", async () => {
  const forever = "public, max-age=31536000, immutable";
  const { made, committed, get } = await serving((response) => {
    response.setHeader("content-type", "application/javascript; charset=utf-8");
    response.setHeader("cache-control", forever);
    response.end("made();".repeat(100));
  });
  const path = "/_next/static/chunks/a1-b2.js";
  await get(path);
  committed.push({ scope: "all", version: 1 });
  const { headers } = await get(path, { "accept-encoding": "br" });
  expect(headers.get("content-encoding")).toBe("br");
  expect(headers.get("cache-control")).toBe(forever);
  // Signing in makes nobody load them again.
  expect(headers.get("vary")).toBe("accept-encoding");
  expect(made).toEqual([path]);
});

test("signed-in people neither get nor fill it", async () => {
  const { made, get } = await serving(numbered);
  const cookie = "veritable.session_token=x";
  await get("/", { cookie });
  await get("/");
  expect((await get("/", { cookie })).headers.get("cache-control")).toBe("private, no-store");
  expect(made.length).toBe(3);
});

test("without the database every answer is made anew", async () => {
  const { made, cache, get } = await serving(numbered);
  await get("/");
  cache.versions.disconnect();
  await get("/");
  cache.versions.connect(async () => [], 0);
  await get("/");
  expect(made.length).toBe(3);
});

test("what is not found is not kept", async () => {
  const { made, get } = await serving((response) => {
    response.statusCode = 404;
    response.end("Nothing.");
  });
  expect((await get("/claims/none")).status).toBe(404);
  await get("/claims/none");
  expect(made.length).toBe(2);
});

test("a large answer is streamed and not kept", async () => {
  const { made, get } = await serving((response) => {
    for (let n = 0; n < 10; n++) response.write("x".repeat(100));
    response.end();
  }, 250);
  expect((await (await get("/api/v1/verdicts.json")).text()).length).toBe(1000);
  expect((await (await get("/api/v1/verdicts.json")).text()).length).toBe(1000);
  expect(made.length).toBe(2);
});
