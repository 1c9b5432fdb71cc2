import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedName } from "@/lib/text/repeated-name";

test.each([
  ['{"a":1,"a":2}', "a"],
  ['{"a" : "a", "b": [{"c":1}, {"c":2, "\\u0063" : 3}]}', "c"],
  ['{"\\"a":1,"\\"a":2}', '"a'],
  ['{"":1,"":2}', ""],
  ['{"نص":1,"نص":2}', "نص"],
])("%s has a name twice", (json, name) => expect(repeatedName(json)).toBe(name));

test.each([
  '{"a":{"a":{"a":"a"}},"b":["a","a",":"]}',
  '[{"a":1},{"a":2}]',
  '"a"',
  "null",
  '{"a":"\\\\","b":"{\\"a\\":1,\\"a\\":2}"}',
])("%s has none", (json) => expect(repeatedName(json)).toBeNull());

test("nothing that JSON.stringify wrote has a name twice", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repeatedName(JSON.stringify(value))).toBeNull();
    }),
  );
});
