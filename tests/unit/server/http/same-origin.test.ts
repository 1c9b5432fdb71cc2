import { expect, test } from "vitest";
import { requireSameOrigin } from "@/lib/server/http/same-origin";

const check = (headers: Record<string, string>) => () =>
  requireSameOrigin({ headers: new Headers(headers) } as Request);
const refused = expect.objectContaining({ code: "forbidden" });

test.each([
  ["of a page of this desk", { "sec-fetch-site": "same-origin" }],
  [
    "of a page of this desk, behind a proxy",
    { "sec-fetch-site": "same-origin", origin: "https://desk.example", host: "app:3000" },
  ],
  [
    "without Sec-Fetch-Site, with this host in Origin",
    { origin: "https://desk.example", host: "desk.example" },
  ],
  [
    "without it, with this host and port in Origin",
    { origin: "http://localhost:3000", host: "localhost:3000" },
  ],
  [
    "without it, with the host that the proxy was asked for",
    { origin: "https://desk.example", host: "app:3000", "x-forwarded-host": "desk.example" },
  ],
])("a request %s is let through", (_what, headers) => {
  expect(check(headers)).not.toThrow();
});

test.each<[string, Record<string, string>]>([
  ["of another site", { "sec-fetch-site": "cross-site" }],
  ["of another host of the same site", { "sec-fetch-site": "same-site" }],
  ["that somebody typed into the address bar", { "sec-fetch-site": "none" }],
  [
    "of another site whose Origin is said to be this one",
    { "sec-fetch-site": "cross-site", origin: "https://desk.example", host: "desk.example" },
  ],
  ["without Sec-Fetch-Site, of another Origin", { origin: "https://evil.example", host: "desk.example" }],
  ["without it, of another port", { origin: "https://desk.example:8443", host: "desk.example" }],
  [
    "without it, of a host that begins like this one",
    { origin: "https://desk.example.evil.example", host: "desk.example" },
  ],
  ["without it, of a hidden Origin", { origin: "null", host: "desk.example" }],
  [
    "without it, of the host behind the proxy",
    { origin: "http://app:3000", host: "app:3000", "x-forwarded-host": "desk.example" },
  ],
  ["without it and without Origin", { host: "desk.example" }],
  ["without any of them", {}],
])("a request %s is refused", (_what, headers) => {
  expect(check(headers)).toThrow(refused);
});
