import { describe, expect, test } from "vitest";
import { canonicalBytes, hashOf } from "@/lib/record/canonical-hash";

describe("half of a surrogate pair", () => {
  test.each([
    ["alone", "\ud83d"],
    ["within a text", { text: ["a\udc00b"] }],
    ["the wrong way round", ["\ude00\ud83d"]],
    ["in a key", { deep: { "\ud800": 1 } }],
    ["after an escape", { text: "\\\\ud83d\ud83d" }],
  ])("%s has no canonical JSON", (_where, value) => {
    expect(() => hashOf(value)).toThrow(/half of a surrogate pair \(U\+D/);
    expect(() => canonicalBytes(value)).toThrow(/half of a surrogate pair/);
  });

  test.each([
    ["a whole pair", "😀"],
    ["the escape as a text", "\\ud83d"],
    ["U+FFFD", "\ufffd"],
  ])("%s is none", (_what, text) =>
    expect(new TextDecoder().decode(canonicalBytes({ text }))).toBe(JSON.stringify({ text })),
  );
});
