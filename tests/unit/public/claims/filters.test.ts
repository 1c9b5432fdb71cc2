import { expect, test } from "vitest";
import { claimFilterSchema } from "@/lib/public/claims/filters";

test.each(["topic", "claimant"] as const)("a copied %s is the key that it stands for", (name) => {
  const parsed = claimFilterSchema.parse({ [name]: "cafe\u0301\u200F,\u200Ecost\u2069" });
  expect(parsed[name]).toEqual(["caf\u00E9", "cost"]);
});

test("a copied article is the slug that it stands for", () => {
  expect(claimFilterSchema.parse({ article: "\u200Fcafe\u0301\u00A0" }).article).toBe("caf\u00E9");
  expect(claimFilterSchema.parse({ article: "\u200F" }).article).toBeFalsy();
});

test("a publisher stays as given", () => {
  expect(claimFilterSchema.parse({ publisher: "Smith, John\u200F" }).publisher).toEqual([
    "Smith, John\u200F",
  ]);
});
