import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { findApiHandler } from "@/lib/server/api/api-handlers";
import { type BufferedResponse, withDirectResponses } from "@/lib/server/response-cache/direct-responses";

const pages: Record<string, (request: Request) => Promise<Response | BufferedResponse>> = {
  "/here": async (request) => Response.json({ asked: request.url }, { status: 404 }),
  "/page": async () => ({
    headers: new Headers({ "content-type": "text/html" }),
    body: Buffer.from("<p>صفحة"),
  }),
  "/broken": async () => {
    throw new Error("no database");
  },
};
const handler = withDirectResponses({
  find: (path) => pages[path] ?? null,
  next: (_, response) => {
    response.end("next");
  },
  origin: "https://desk.example",
  headers: [{ key: "X-Content-Type-Options", value: "nosniff" }],
});
const server = createServer((request, response) => void handler(request, response)).listen(0);
afterAll(() => server.close());
const ask = (path: string, method = "GET") =>
  fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, { method });

test("what is found is answered at the desk's address, with what every answer carries", async () => {
  const answer = await ask("/here?q=%D8%B0");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.json()).toEqual({ asked: "https://desk.example/here?q=%D8%B0" });
});

test("a page is sent as it is", async () => {
  const answer = await ask("/page");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/html");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).toBe("<p>صفحة");
});

test("what cannot be answered is said in the log, and asked of Next, who has a page for failures", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await (await ask("/broken")).text()).toBe("next");
  expect(said).toHaveBeenCalledWith(expect.objectContaining({ message: "no database" }));
  said.mockRestore();
});

test.each([
  ["/there", "GET"],
  ["/here", "POST"],
])("%s by %s is asked of Next", async (path, method) => {
  expect(await (await ask(path, method)).text()).toBe("next");
});

test.each([
  ["/api/v1/claims", true],
  ["/api/v1/claims/a-claim", true],
  ["/api/v1/claims/%D8%A7", true],
  ["/api/v1/claims/%ff", false],
  ["/api/v1/claims/a/b", false],
  ["/api/v1/suggestions", true],
  ["/api/v1/verdicts.json", false],
  ["/api/v1/desk/claims", false],
  ["/claims/a-claim", false],
])("%s is read directly: %s", (path, direct) => expect(findApiHandler(path) !== null).toBe(direct));
