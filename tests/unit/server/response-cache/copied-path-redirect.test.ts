import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { withCopiedPathRedirect } from "@/lib/server/response-cache/copied-path-redirect";
import { withPathValidation } from "@/lib/server/response-cache/path-validation";

const handler = withPathValidation({
  handler: withCopiedPathRedirect(
    (given, response) => void response.end(given.url),
    [{ key: "X-Content-Type-Options", value: "nosniff" }],
  ),
  reject: () => new Response("broken", { status: 400 }),
});
const server = createServer((given, response) => void handler(given, response)).listen(0);
afterAll(() => server.close());

function ask(path: string, method = "GET"): Promise<{ status?: number; location?: string; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, method, path }, async (answer) => {
      const body = (await answer.toArray()).join("");
      resolve({ status: answer.statusCode, location: answer.headers.location, body });
    })
      .on("error", reject)
      .end();
  });
}

test("a stray end is redirected, and the query kept", async () => {
  expect(await ask("/claims/a-b).?x=%2E&y=)")).toMatchObject({
    status: 308,
    location: "/claims/a-b?x=%2E&y=)",
  });
  expect(await ask("/claims/a-b%E2%80%8F", "HEAD")).toMatchObject({ status: 308, location: "/claims/a-b" });
});

test("what is sent, and what ends as it should, is passed on", async () => {
  expect(await ask("/claims/a-b?x=1.")).toMatchObject({ status: 200, body: "/claims/a-b?x=1." });
  expect(await ask("/api/v1/desk/add-evidence.", "POST")).toMatchObject({ status: 200 });
});

test("broken percent-encoding is refused by the API, and leads to no page elsewhere", async () => {
  expect(await ask("/api/v1/claims/%E0%A4")).toMatchObject({ status: 400, body: "broken" });
  expect((await ask("/%E0%A4?x=1")).body).toBe("/not-found");
  expect((await ask("/ar/claims/%E0%A4)")).body).toBe("/ar/not-found");
  expect((await ask("/claims/%zz")).body).toBe("/not-found");
});
