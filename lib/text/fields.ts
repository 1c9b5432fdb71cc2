import { z } from "zod";
import { dateFaultWords, dayWords, languageWords } from "./field-words";
import { readLanguage } from "./languages";
import { normalizeLine, normalizeText } from "./normalize";
import { readDate } from "./read-date";

// The fields that forms are made of. A message here is a key of `fields.errors` in the message catalogue.

const line = z.string().transform(normalizeLine);
const block = z.string().transform(normalizeText);
const isWebUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** One line that must be there. */
export const requiredLine = line.pipe(z.string().min(1, "required").max(500, "too_long"));

/** One line or nothing; answers null for nothing. */
export const optionalLine = line
  .pipe(z.string().max(500, "too_long"))
  .nullish()
  .transform((text) => text || null);

/** A text of several lines that must be there. */
export const requiredBlock = block.pipe(z.string().min(1, "required").max(1_000_000, "too_long"));

/** A text of several lines or nothing. */
export const optionalBlock = block
  .pipe(z.string().max(20_000, "too_long"))
  .nullish()
  .transform((text) => text || null);

/** An http or https address. */
export const requiredUrl = line.pipe(
  z.string().min(1, "required").max(2000, "too_long").refine(isWebUrl, "url"),
);

/** An http or https address or nothing. */
export const optionalUrl = line
  .pipe(
    z
      .string()
      .max(2000, "too_long")
      .refine((text) => text === "" || isWebUrl(text), "url"),
  )
  .nullish()
  .transform((text) => text || null);

/** An issue by its key of the catalogue, with the words for programs. */
const fault = (context: z.RefinementCtx, key: string, words: string): never => {
  context.addIssue({ code: "custom", message: key, params: { words } });
  return z.NEVER;
};

/** A date as people write it, see `readDate`; null for nothing. */
const partialDate = line.transform((text, context): string | null => {
  if (text === "") return null;
  const reading = readDate(text);
  return "date" in reading ? reading.date : fault(context, reading.fault, dateFaultWords(reading));
});

const day = partialDate.transform((date, context) =>
  date === null || date.length === 10 ? date : fault(context, "date", dayWords),
);

/** A date as exact as it is known (stored as 2025, 2025-04, 2025-04-12) or nothing. */
export const optionalPartialDate = partialDate.nullish().transform((date) => date ?? null);

/** A whole calendar date or nothing. */
export const optionalDate = day.nullish().transform((date) => date ?? null);

/** A whole calendar date. */
export const requiredDate = day.transform((date, context) => date ?? fault(context, "required", dayWords));

/** The version of a row that a save was made from. */
export const rowVersion = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().positive());

/** A place in a text, in code points: a number, or its digits as forms send them. */
export const codePoint = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().nonnegative());

/** A language by its BCP 47 tag or its name, see `readLanguage`; stored as the canonical tag. */
export const languageTag = line.transform((text, context) =>
  text === ""
    ? fault(context, "required", languageWords)
    : (readLanguage(text) ?? fault(context, "language", languageWords)),
);

/** The last part of an address: words of any script, joined by hyphens. */
export const slugField = z
  .string()
  .max(80, "too_long")
  .regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u, "slug");
