import { z } from "zod";
import { dateErrorMessage, LANGUAGE_ERROR } from "./field-error-messages";
import { parseLanguage } from "./languages";
import { parseDate } from "./parse-date";
import { isPartialDate } from "./partial-date";

// The fields of filters, with messages for programs: a screen ignores an invalid value and says so.

/** The bound of a time range: a partial date of any year, or a date as people write it. */
export const filterDate = z.string().transform((text, context) => {
  if (isPartialDate(text)) return text;
  const reading = parseDate(text);
  if ("date" in reading) return reading.date;
  context.addIssue({ code: "custom", message: dateErrorMessage(reading) });
  return z.NEVER;
});

/** A language by its tag or its name; returns the canonical tag. */
export const filterLanguage = z.string().transform((text, context) => {
  const tag = parseLanguage(text);
  if (tag) return tag;
  context.addIssue({ code: "custom", message: LANGUAGE_ERROR });
  return z.NEVER;
});
