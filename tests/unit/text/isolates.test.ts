import fc from "fast-check";
import { expect, test } from "vitest";
import { isolates } from "@/lib/text/isolates";

const isolated = (text: string) => isolates(text).flatMap((piece) => (piece.isolated ? [piece.text] : []));

test.each([
  ["كلّف $6M على 2,000 وحدة H800.", ["$6M", "H800"]],
  ["بين €1.5bn و£2", ["€1.5bn", "£2"]],
  ["نموذج GPT-4 من OpenAI، ثم Nvidia H800", ["GPT-4", "OpenAI", "Nvidia H800"]],
  ["احتاج LLaMA 3 إلى 16,000 وحدة", ["LLaMA 3"]],
  ["باعت Nvidia 2,000 وحدة وتراجعت Meta 5%", ["Nvidia", "Meta"]],
  ["انخفضت إلى 5% عام ٢٠٢٣", []],
  [
    "عنوانه «DeepSeek, China and Russia AI partnership» بالإنجليزية",
    ["DeepSeek, China and Russia AI partnership"],
  ],
  ["قال Müller من Société Générale إن", ["Müller", "Société Générale"]],
  ["كتبته Nvidia، ثم Meta: 2,000 وحدة", ["Nvidia", "Meta"]],
  ["نُشر على https://example.com/q5?x=1.", ["https://example.com/q5?x=1"]],
  ["راسلونا على desk@news.example، أو www.news.example/ask", ["desk@news.example", "www.news.example/ask"]],
  ["فيتامين A مفيد", []],
  ["أصغر من نظيرتها في DeepSeek 67B، أي 67B كاملة", ["DeepSeek 67B", "67B"]],
])("%s", (text, expected) => {
  expect(isolated(text)).toEqual(expected);
});

test("nothing of the text is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(
        isolates(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

// With a pattern that tries every way to cut it, this would not end.
test.each(["1", "1.", "a", "a-", "a, ", "$1", "a 1"])(
  "a very long text of %j is cut and nothing lost",
  (unit) => {
    const text = unit.repeat(50_000);
    expect(isolates(text).reduce((length, piece) => length + piece.text.length, 0)).toBe(text.length);
  },
);
