import { z } from "zod";
import { dateFaultWords, languageWords } from "./field-words";
import { readLanguage } from "./languages";
import { isPartialDate } from "./partial-date";
import { readDate } from "./read-date";

// What filters take, with messages for programs: a screen leaves out what it cannot read and says so.

/** A bound in time: a partial date of any year, or one as people write it. */
export const filterDate = z.string().transform((text, context) => {
  if (isPartialDate(text)) return text;
  const reading = readDate(text);
  if ("date" in reading) return reading.date;
  context.addIssue({ code: "custom", message: dateFaultWords(reading) });
  return z.NEVER;
});

/** A language by its tag, in any of its forms, or its name; the canonical tag. */
export const filterLanguage = z.string().transform((text, context) => {
  const tag = readLanguage(text);
  if (tag) return tag;
  context.addIssue({ code: "custom", message: languageWords });
  return z.NEVER;
});
