import { expect, test } from "vitest";
import { conditionalResponse } from "@/lib/server/http/conditional";

const lastModified = new Date("2025-06-12T09:00:00.500Z");
const ask = (headers: Record<string, string> = {}, body = "text") =>
  conditionalResponse(new Request("https://desk.example/feed", { headers }), {
    body,
    contentType: "text/plain",
    lastModified,
  });
const etag = ask().headers.get("etag") ?? "";

test("a document comes with its validators", async () => {
  const answer = ask();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/plain");
  expect(answer.headers.get("last-modified")).toBe("Thu, 12 Jun 2025 09:00:00 GMT");
  expect(await answer.text()).toBe("text");
  expect(ask({}, "other").headers.get("etag")).not.toBe(etag);
});

test.each([
  [304, { "if-none-match": etag }],
  [304, { "if-none-match": `"x", ${etag}` }],
  [304, { "if-none-match": etag.replace("W/", "") }],
  [304, { "if-none-match": "*" }],
  [304, { "if-none-match": etag, "cache-control": "no-cache" }],
  [200, { "if-none-match": '"x"' }],
  [304, { "if-modified-since": "Thu, 12 Jun 2025 09:00:00 GMT" }],
  [200, { "if-modified-since": "Thu, 12 Jun 2025 08:59:59 GMT" }],
  [200, { "if-modified-since": "yesterday" }],
  [200, { "if-none-match": '"x"', "if-modified-since": "Thu, 12 Jun 2026 09:00:00 GMT" }],
])("%i for %j", async (status, headers) => {
  const answer = ask(headers as unknown as Record<string, string>);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("etag")).toBe(etag);
  if (status === 304) expect(await answer.text()).toBe("");
});
