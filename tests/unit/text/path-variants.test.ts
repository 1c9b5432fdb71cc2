import { describe, expect, test } from "vitest";
import { otherNormalForms, trimCopiedPath } from "@/lib/text/path-variants";

describe("a copied path loses what it ends with", () => {
  test.each([
    ["/claims/a-b.", "/claims/a-b"],
    ["/claims/a-b).", "/claims/a-b"],
    ["/claims/a-b,", "/claims/a-b"],
    ["/ar/claims/a-b%D8%8C", "/ar/claims/a-b"],
    ["/claims/a-b%E2%80%8F", "/claims/a-b"],
    ["/claims/%E2%80%8Ba-b%E2%81%A9%C2%A0", "/claims/a-b"],
    ["/claims/a-b/revisions/2.", "/claims/a-b/revisions/2"],
    ["/api/v1/claims/a-b).", "/api/v1/claims/a-b"],
    ["/articles/%D8%AE%D8%A8%D8%B1%C2%BB", "/articles/%D8%AE%D8%A8%D8%B1"],
    ["/claims/a-b/)", "/claims/a-b"],
    ["/claims/a-b~", "/claims/a-b"],
    ["/claims/a-b%60", "/claims/a-b"],
    ["/claims/a-b%EF%B8%8F", "/claims/a-b"],
    ["/claims/a-b%F3%A0%81%81.", "/claims/a-b"],
    ["/claims/a-b%EF%BC%89", "/claims/a-b"],
    ["/claims/a-b%DB%94", "/claims/a-b"],
    ["/)", "/"],
    ["//evil.example/x.", "/evil.example/x"],
    ["/\\evil.example/x.", "/evil.example/x"],
  ])("%s", (path, target) => {
    expect(trimCopiedPath(path)).toBe(target);
    expect(trimCopiedPath(target)).toBeNull();
  });

  test.each(["/", "/claims/a-b", "/claims/%D8%AE", "/claims/%E0%A4", "/reset/a-_", "/feed.atom", "/claims/"])(
    "%s stays",
    (path) => {
      expect(trimCopiedPath(path)).toBeNull();
    },
  );
});

test("a segment has another normal form, or none", () => {
  expect(otherNormalForms(encodeURIComponent("cafe\u0301"))).toEqual([encodeURIComponent("caf\u00E9")]);
  expect(otherNormalForms(encodeURIComponent("caf\u00E9"))).toEqual([encodeURIComponent("cafe\u0301")]);
  expect(otherNormalForms("a-b")).toEqual([]);
  expect(otherNormalForms("%E0%A4")).toEqual([]);
});
