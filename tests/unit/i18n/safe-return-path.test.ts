import { expect, test } from "vitest";
import { safeReturnPath } from "@/lib/i18n/safe-return-path";

test.each([
  ["/desk", "/desk"],
  ["/desk/claims/x?tab=1#top", "/desk/claims/x?tab=1#top"],
  ["/ar/desk", "/desk"],
  ["/ar", "/"],
  ["/articles", "/articles"],
])("%s leads to %s", (wanted, path) => {
  expect(safeReturnPath(wanted, "/otherwise")).toBe(path);
});

test.each([
  "",
  null,
  undefined,
  "desk",
  "//evil.example/desk",
  "/\\evil.example",
  "/\t/evil.example",
  "/ar//evil.example",
  "/ar/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
])("%s leads nowhere else", (wanted) => {
  expect(safeReturnPath(wanted, "/otherwise")).toBe("/otherwise");
});
