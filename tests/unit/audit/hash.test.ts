import { expect, test } from "vitest";
import { canonicalBytes, hashOf } from "@/lib/audit/hash";

test.each([
  ["a text", { text: "a\uD83D" }],
  ["a name", { "\uDE00": 1 }],
  ["a text in a list", [["\uDE00\uD83D"]]],
])("half a surrogate pair in %s is not hashed", (_, value) => {
  expect(() => hashOf(value)).toThrow("Half a surrogate pair");
  expect(() => canonicalBytes(value)).toThrow(TypeError);
});

test("whole pairs are hashed as they are in UTF-8", () => {
  expect(new TextDecoder().decode(canonicalBytes({ b: "😀", a: "\u20AC" }))).toBe('{"a":"€","b":"😀"}');
});
