import { expect, test } from "vitest";
import { directionOfLanguage } from "@/lib/text/direction";

const RTL =
  "ar ar-EG AR fa he ur ps ckb sd ug yi dv nqo ar_EG az-Arab pa-PK uz-AF ff-Adlm syr ks ku-IQ".split(" ");
const LTR = "en fr tr ar-Latn fa-Latn az ku zh-Hant ja hi xx und".split(" ");

test.each(RTL)("%s is rtl", (tag) => {
  expect(directionOfLanguage(tag)).toBe("rtl");
});

test.each(LTR)("%s is ltr", (tag) => {
  expect(directionOfLanguage(tag)).toBe("ltr");
});

test.each(["", "Arabic language", "💥"])("what isn't a tag is ltr: '%s'", (tag) => {
  expect(directionOfLanguage(tag)).toBe("ltr");
});
