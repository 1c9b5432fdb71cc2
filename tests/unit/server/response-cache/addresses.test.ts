import { expect, test } from "vitest";
import { scopesOf } from "@/lib/server/response-cache/addresses";

test.each([
  ["/", ["all"]],
  ["/?status=disputed", ["all"]],
  ["/ar", ["all"]],
  ["/ar/corrections", ["all"]],
  ["/corrections/feed.atom", ["all"]],
  ["/claims/a-claim", ["claim:a-claim"]],
  ["/ar/claims/%D8%AE%D8%A8%D8%B1/compare?from=1", ["claim:خبر"]],
  ["/claims/a-claim/revisions/2", ["claim:a-claim"]],
  ["/articles/an-article", ["all", "article:an-article"]],
  ["/api/v1/claims?after=x", ["all"]],
  ["/api/v1/suggestions?q=van&locale=ar", ["all"]],
  ["/api/v1/claims/a-claim", ["claim:a-claim"]],
  ["/api/v1/verdicts.json", ["all"]],
  ["/_next/static/chunks/a1-b2.js", []],
])("%s depends on %j", (address, scopes) => {
  expect(scopesOf(address)).toEqual(scopes);
});

test.each([
  "/desk",
  "/ar/desk/claims/a",
  "/sign-in",
  "/api/v1/desk/claims/a",
  "/api/v1/events.ndjson",
  "/api/v1/log",
  "/api/health/ready",
  "/api/desk/live",
  "/arable",
  "/claims/%E0%A4%A",
  "http://elsewhere.example/",
  `/?q=${"a".repeat(3000)}`,
])("%s is not kept", (address) => {
  expect(scopesOf(address)).toBeNull();
});
