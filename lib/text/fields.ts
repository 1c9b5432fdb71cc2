import { z } from "zod";
import { codePointLength } from "./code-points";
import { dateFaultWords, dayWords, languageWords } from "./field-words";
import { readLanguage } from "./languages";
import { limits } from "./limits";
import { isStorable, normalizeExcerpt, normalizeLine, normalizeText } from "./normalize";
import { readDate } from "./read-date";
import { readWebAddress, withoutStrayEnds } from "./web-address";

// The fields that forms are made of. A message here is a key of `fields.errors` in the message catalogue.

const line = z.string().transform(normalizeLine);

function addressIn(text: string, context: z.RefinementCtx): string {
  const read = readWebAddress(text);
  if ("address" in read) return read.address;
  context.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
}

/** What the issue of a text that is too long says beside its message, in code points. */
export type TooLong = { limit: number; length: number };

/** Adds the issue `too_long` where the text has more code points than `limit`. */
export function refuseTooLong(text: string, limit: number, context: z.RefinementCtx, path: string[] = []) {
  const length = text.length > limit ? codePointLength(text) : 0;
  const params: TooLong = { limit, length };
  if (length > limit) context.addIssue({ code: "custom", message: "too_long", params, path });
}

/** A text in its normal form, at most so many code points long. JSON Schema says the limit, too. */
function normal(form: (raw: string) => string, limit: number) {
  return z
    .string()
    .meta({ maxLength: limit })
    .transform((raw, context) => {
      // No `pipe` into another string: forms take an empty one for one that is missing.
      const text = form(raw);
      refuseTooLong(text, limit, context);
      return text;
    });
}

const required = z.string().min(1, "required");
const orNull = (text: string | null | undefined) => text || null;

/** One line that must be there. */
export const requiredLine = (limit: number) => normal(normalizeLine, limit).pipe(required);

/** One line or nothing; answers null for nothing. */
export const optionalLine = (limit: number) => normal(normalizeLine, limit).nullish().transform(orNull);

/** A text of several lines that must be there. */
export const requiredBlock = (limit: number) => normal(normalizeText, limit).pipe(required);

/** Words of an article, as they stand in its text. */
export const quoteField = normal(normalizeExcerpt, limits.quote).pipe(required);

/** A text of several lines or nothing. */
export const optionalBlock = (limit: number) => normal(normalizeText, limit).nullish().transform(orNull);

/** The name of something that is looked up and never stored as typed: an id, a key, a part of an address. */
export const idField = z.string().min(1, "required").max(limits.id, "id").refine(isStorable, "id");

/** An http or https address, as given but for what cannot be seen at its ends: see {@link readWebAddress}. */
export const requiredUrl = z.string().transform(addressIn);

/** An http or https address or nothing. */
export const optionalUrl = z
  .string()
  .nullish()
  .transform((text, context) => (withoutStrayEnds(text ?? "") ? addressIn(text ?? "", context) : null));

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

/**
 * The last part of an address: words of any script, each beginning with a letter or digit, joined by hyphens. Without
 * characters that show nothing, by which two addresses would look the same.
 */
export const slugField = normal(normalizeLine, limits.slug).pipe(
  z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u, "slug")
    .regex(/^\P{Default_Ignorable_Code_Point}*$/u, "slug"),
);
