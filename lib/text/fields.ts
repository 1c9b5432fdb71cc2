import { z } from "zod";
import { codePointLength } from "./code-points";
import { DAY_ERROR, dateErrorMessage, LANGUAGE_ERROR } from "./field-error-messages";
import { parseLanguage } from "./languages";
import { limits } from "./limits";
import { isStorable, normalizeExcerpt, normalizeLine, normalizeText } from "./normalize";
import { parseDate } from "./parse-date";
import { parseWebAddress, trimInvisible } from "./web-address";

// The fields of forms. A message here is a key of `fields.errors` in the message catalogue.

const line = z.string().transform(normalizeLine);

function addressOrIssue(text: string, context: z.RefinementCtx): string {
  const read = parseWebAddress(text);
  if ("address" in read) return read.address;
  context.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
}

/** The parameters of a `too_long` issue, in code points. */
export type TooLong = { limit: number; length: number };

/** Adds the issue `too_long` if the text has more code points than `limit`. */
export function addTooLongIssue(text: string, limit: number, context: z.RefinementCtx, path: string[] = []) {
  const length = text.length > limit ? codePointLength(text) : 0;
  const params: TooLong = { limit, length };
  if (length > limit) context.addIssue({ code: "custom", message: "too_long", params, path });
}

/** A text in its normal form with at most `limit` code points, which JSON Schema shows too. */
function normalizedText(normalize: (raw: string) => string, limit: number) {
  return z
    .string()
    .meta({ maxLength: limit })
    .transform((raw, context) => {
      // Not `pipe`: forms treat an empty string as a missing one.
      const text = normalize(raw);
      addTooLongIssue(text, limit, context);
      return text;
    });
}

const required = z.string().min(1, "required");
const orNull = (text: string | null | undefined) => text || null;

/** A required line. */
export const requiredLine = (limit: number) => normalizedText(normalizeLine, limit).pipe(required);

/** An optional line; null if empty. */
export const optionalLine = (limit: number) =>
  normalizedText(normalizeLine, limit).nullish().transform(orNull);

/** A required text of several lines. */
export const requiredBlock = (limit: number) => normalizedText(normalizeText, limit).pipe(required);

/** A quote from the text of an article. */
export const quoteField = normalizedText(normalizeExcerpt, limits.quote).pipe(required);

/** An optional text of several lines; null if empty. */
export const optionalBlock = (limit: number) =>
  normalizedText(normalizeText, limit).nullish().transform(orNull);

/** An identifier that is looked up and never stored: an id, a key, a slug. */
export const idField = z.string().min(1, "required").max(limits.id, "id").refine(isStorable, "id");

/**
 * A required http or https address, without invisible characters at its ends: see {@link parseWebAddress}.
 */
export const requiredUrl = z.string().transform(addressOrIssue);

/** An optional http or https address; null if empty. */
export const optionalUrl = z
  .string()
  .nullish()
  .transform((text, context) => (trimInvisible(text ?? "") ? addressOrIssue(text ?? "", context) : null));

/** Adds an issue with a key of the catalogue and a message for programs. */
const addIssue = (context: z.RefinementCtx, key: string, words: string): never => {
  context.addIssue({ code: "custom", message: key, params: { words } });
  return z.NEVER;
};

/** A date as people write it, see `parseDate`; null if empty. */
const partialDate = line.transform((text, context): string | null => {
  if (text === "") return null;
  const reading = parseDate(text);
  return "date" in reading ? reading.date : addIssue(context, reading.fault, dateErrorMessage(reading));
});

const day = partialDate.transform((date, context) =>
  date === null || date.length === 10 ? date : addIssue(context, "date", DAY_ERROR),
);

/** An optional partial date, stored as 2025, 2025-04 or 2025-04-12; null if empty. */
export const optionalPartialDate = partialDate.nullish().transform((date) => date ?? null);

/** An optional calendar date; null if empty. */
export const optionalDate = day.nullish().transform((date) => date ?? null);

/** A required calendar date. */
export const requiredDate = day.transform(
  (date, context) => date ?? addIssue(context, "required", DAY_ERROR),
);

/** The version of the row that a save is based on. */
export const rowVersion = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().positive());

/** A position in a text, in code points: a number, or its digits as forms send them. */
export const codePoint = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().nonnegative());

/** A language by its BCP 47 tag or its name, see `parseLanguage`; stored as the canonical tag. */
export const languageTag = line.transform((text, context) =>
  text === ""
    ? addIssue(context, "required", LANGUAGE_ERROR)
    : (parseLanguage(text) ?? addIssue(context, "language", LANGUAGE_ERROR)),
);

/**
 * A slug: words of any script, each beginning with a letter or digit, joined by hyphens. Without invisible
 * characters, by which two slugs could look the same.
 */
export const slugField = normalizedText(normalizeLine, limits.slug).pipe(
  z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u, "slug")
    .regex(/^\P{Default_Ignorable_Code_Point}*$/u, "slug"),
);
