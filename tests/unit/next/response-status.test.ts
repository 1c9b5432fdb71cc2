import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { isRefused, setRefusalStatus, trackResponses } from "@/lib/next/response-status";

trackResponses();
const seen: boolean[] = [];
const server = createServer(async (request, response) => {
  const status = Number(request.url?.slice(1));
  // What runs for a request knows its response, however deep it is.
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (status === 401 || status === 403 || status === 404) setRefusalStatus(status);
  seen.push(isRefused());
  response.end("said");
}).listen(0);
afterAll(() => server.close());
const ask = (status: number) => fetch(`http://localhost:${(server.address() as AddressInfo).port}/${status}`);

test.each([
  [401, "Bearer", true],
  [403, null, false],
  [404, null, false],
  [200, null, false],
])(
  "a response that is refused with %i has that status, and says how to sign in where nobody is",
  async (status, way, refused) => {
    seen.length = 0;
    const answer = await ask(status);
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([status, way]);
    expect(await answer.text()).toBe("said");
    expect(seen).toEqual([refused]);
  },
);

test("of requests at once each has its own status", async () => {
  const statuses = [401, 200, 403, 404, 200, 401];
  expect((await Promise.all(statuses.map(ask))).map(({ status }) => status)).toEqual(statuses);
});

test("nothing is refused outside of a request", () => {
  expect(() => setRefusalStatus(401)).not.toThrow();
  expect(isRefused()).toBe(false);
});
