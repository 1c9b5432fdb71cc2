import fc from "fast-check";
import { expect, test } from "vitest";
import { findDuplicateKey } from "@/lib/text/duplicate-key";

test.each([
  ['{"a":1,"a":2}', "a"],
  ['{"a" : "a", "b": [{"c":1}, {"c":2, "\\u0063" : 3}]}', "c"],
  ['{"\\"a":1,"\\"a":2}', '"a'],
  ['{"":1,"":2}', ""],
  ['{"نص":1,"نص":2}', "نص"],
])("%s has a name twice", (json, name) => expect(findDuplicateKey(json)).toBe(name));

test.each([
  '{"a":{"a":{"a":"a"}},"b":["a","a",":"]}',
  '[{"a":1},{"a":2}]',
  '"a"',
  "null",
  '{"a":"\\\\","b":"{\\"a\\":1,\\"a\\":2}"}',
])("%s has none", (json) => expect(findDuplicateKey(json)).toBeNull());

test("nothing that JSON.stringify wrote has a name twice", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(findDuplicateKey(JSON.stringify(value))).toBeNull();
    }),
  );
});
