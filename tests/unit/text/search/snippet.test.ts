import { describe, expect, test } from "vitest";
import { snippetAround } from "@/lib/text/search/snippet";

const numbers = Array.from({ length: 30 }, (_, i) => `w${i}`).join(" ");
const around = (text: string, words: string) => {
  const start = text.indexOf(words);
  const range = snippetAround(text, { start, end: start + words.length });
  return text.slice(range.start, range.end);
};

describe("about twelve words around a mark", () => {
  test.each([
    ["in the middle", numbers, "w15", "w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22"],
    ["at the beginning", numbers, "w0", "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11"],
    ["at the end", numbers, "w29", "w25 w26 w27 w28 w29"],
    ["all of a short text", "  “It cost $6M.”\n", "$6M", "“It cost $6M.”"],
    ["all of a long mark", numbers, numbers.slice(0, 60), numbers.slice(0, 60)],
    ["Arabic", "قال إن التكلفة ستة ملايين", "التكلفة", "قال إن التكلفة ستة ملايين"],
    ["a sign that is no word", "👩‍🔬", "👩‍🔬", "👩‍🔬"],
  ])("%s", (_, text, words, expected) => expect(around(text, words)).toBe(expected));

  test("of a text without spaces", () => {
    const text = "深度求索公司发布了新的人工智能模型，这个模型的训练成本非常低，引起了全世界的广泛关注和讨论";
    expect(around(text, "模型").length).toBeLessThan(text.length);
  });
});
