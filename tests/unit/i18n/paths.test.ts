import { expect, test } from "vitest";
import { localPath, stripLocale } from "@/lib/i18n/paths";

test.each([
  ["/", "/", "/ar"],
  ["/?topic=ai", "/?topic=ai", "/ar?topic=ai"],
  ["/claims/a?from=1", "/claims/a?from=1", "/ar/claims/a?from=1"],
])("%s has a name in each language", (href, en, ar) => {
  expect(localPath(href, "en")).toBe(en);
  expect(localPath(href, "ar")).toBe(ar);
});

test.each([
  ["/", "/"],
  ["/ar", "/"],
  ["/en/claims/a", "/claims/a"],
  ["/articles", "/articles"],
])("%s is %s without its language", (path, bare) => {
  expect(stripLocale(path)).toBe(bare);
});
