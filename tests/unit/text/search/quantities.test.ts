import { describe, expect, test } from "vitest";
import { fold } from "@/lib/text/fold";
import { quantitiesOf, quantityTokens } from "@/lib/text/search/quantities";

const first = (text: string) => quantityTokens([text])[0];

describe("one amount, however it is written", () => {
  test.each([
    "6 million dollars",
    "$6M",
    "US$6 million",
    "$6,000,000",
    "6000000 USD",
    "USD 6.0m",
    "6.000.000 dollars",
    "٦ ملايين دولار",
    "۶ ملايين دولار",
    "٦٬٠٠٠٬٠٠٠ دولار",
    "6 ملايين دولارًا",
    "$٦M",
  ])("%s", (text) => expect(first(text)).toBe("usd:6000000"));

  test.each([
    ["5.6%", "percent:5.6"],
    ["5.6 per cent", "percent:5.6"],
    ["٥٫٦ في المئة", "percent:5.6"],
    ["٥٫٦٪", "percent:5.6"],
    ["٪٥٫٦", "percent:5.6"],
    ["بنسبة %5.6 من", "percent:5.6"],
    ["بـ٪٥٫٦", "percent:5.6"],
    ["2 billion euros", "eur:2000000000"],
    ["€2bn", "eur:2000000000"],
    ["مليوني دولار", "usd:2000000"],
    ["11 مليون جنيه إسترليني", "gbp:11000000"],
    ["0.1 million", "number:100000"],
    ["007", "number:7"],
    ["12,5", "number:12.5"],
    ["1,250", "number:1250"],
    ["1.250", "number:1.25"],
  ])("%s is %s", (text, token) => expect(first(text)).toBe(token));
});

test("an amount with a unit is also found as a bare number", () => {
  expect(quantityTokens(["$6M", "it said $6M"])).toEqual(["usd:6000000", "number:6000000"]);
});

test("a letter that stands apart is no scale, and a sign belongs to the number that it touches", () => {
  expect(quantityTokens(["6 m tall"])).toEqual(["number:6"]);
  expect(quantityTokens(["a%20c"])).toEqual(["number:20"]);
  expect(quantityTokens(["from 5 $6 more"])).toEqual(["number:5", "usd:6", "number:6"]);
});

test("says where in the folded text it stands", () => {
  const text = fold("He paid $6M, then left.");
  const [found] = quantitiesOf(text);
  expect(text.slice(found?.start, found?.end)).toBe("$6m");
});

test.each([
  "$80 to 100 million",
  "$80–100 million",
  "$80–$100 million",
  "بين 80 و100 مليون دولار",
  "٨٠ إلى ١٠٠ مليون دولار",
])("both ends of %s have its scale and its unit", (text) =>
  expect(quantityTokens([text])).toEqual(expect.arrayContaining(["usd:80000000", "usd:100000000"])),
);

test("a range may have a unit and no scale", () => {
  const both = expect.arrayContaining(["percent:5", "percent:6"]);
  for (const text of ["5 to 6 percent", "5–6%", "بين ٥ و٦ في المئة"])
    expect(quantityTokens([text])).toEqual(both);
});

test.each([
  ["80 chips and 100 million", "number:80000000"],
  ["in 2024 and 3 million", "number:2024000000"],
  ["80 million to 100 million", "number:80000000000000"],
  ["$5 and 6 people", "usd:6"],
])("%s is no range", (text, token) => expect(quantityTokens([text])).not.toContain(token));

test("the number in a name is told from one that stands alone", () => {
  expect(quantitiesOf("800 of the h800").map(({ isPartOfName }) => isPartOfName)).toEqual([false, true]);
});
