import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeUtf8 } from "@/lib/server/http/utf8";

test("texts of any scripts are the bytes of one text", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
      expect(encodeUtf8(texts).equals(Buffer.from(texts.join("")))).toBe(true);
    }),
  );
});
