import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePartialDates, isPartialDate, partialDateParts } from "@/lib/text/partial-date";

test.each([
  ["2025", { year: 2025 }],
  ["2025-04", { year: 2025, month: 4 }],
  ["2025-04-12", { year: 2025, month: 4, day: 12 }],
  ["2024-02-29", { year: 2024, month: 2, day: 29 }],
  ["2000-02-29", { year: 2000, month: 2, day: 29 }],
  ["0099-12-31", { year: 99, month: 12, day: 31 }],
])("%s", (text, parts) => {
  expect(isPartialDate(text)).toBe(true);
  expect(partialDateParts(text)).toEqual(parts);
});

test.each([
  "",
  "25",
  "2025-4",
  "2025-13",
  "2025-00",
  "2025-04-31",
  "2025-04-00",
  "2023-02-29",
  "1900-02-29",
  "2025-04-12T00:00Z",
  "2025/04/12",
  "12-04-2025",
  "-2025",
  "٢٠٢٥",
  " 2025",
  "2025\n",
  "2025-04-",
])("not a date: '%s'", (text) => {
  expect(isPartialDate(text)).toBe(false);
  expect(() => partialDateParts(text)).toThrow(RangeError);
});

test("a less exact date comes before those that lie in it", () => {
  const ordered = ["2024-12-31", "2025", "2025-01", "2025-01-01", "2025-01-31", "2025-02", "2025-11"];
  expect([...ordered].reverse().sort(comparePartialDates)).toEqual(ordered);
  expect(comparePartialDates("2025", "2025")).toBe(0);
  expect(() => comparePartialDates("2025", "soon")).toThrow(RangeError);
});

test("every day there is, is one", () => {
  const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const text = date.toISOString().slice(0, 10);
      expect(partialDateParts(text)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }),
  );
});
