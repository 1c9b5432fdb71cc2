import { expect, test } from "vitest";
import { directionOfText } from "@/lib/text/direction-of-text";

test.each([
  ["GPT-4 cost 100 million dollars.", "rtl", "ltr"],
  ["GPT-4 cost 100 million dollars, says the paper of the company. (صح)", "rtl", "ltr"],
  ["OpenAI أعلنت أمس", "rtl", "rtl"],
  ["OpenAI, Microsoft, Google تتعاون", "rtl", "rtl"],
  ["قال: OpenAI announced its newest model in a long post on its own site", "rtl", "rtl"],
  ["2,000 - $5", "rtl", "rtl"],
  ["", "rtl", "rtl"],
  ["تقول الشركة إن النموذج كلّف 6 ملايين.", "ltr", "rtl"],
  ["The paper الأهرام said so", "ltr", "ltr"],
  ["2,000", "ltr", "ltr"],
] as const)("%s in a text %s runs %s", (text, usual, expected) => {
  expect(directionOfText(text, usual)).toBe(expected);
});
