import { z } from "zod";
import { codePointLength } from "./code-points";
import { limits } from "./limits";
import { isStorable, normalizeExcerpt, normalizeLine, normalizeText } from "./normalize";
import { isPartialDate } from "./partial-date";
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
    .transform(form)
    .pipe(z.string().superRefine((text, context) => refuseTooLong(text, limit, context)));
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

/** A date as exact as it is known (2025, 2025-04, 2025-04-12) or nothing. */
export const optionalPartialDate = line
  .pipe(z.string().refine((text) => text === "" || isPartialDate(text), "partial_date"))
  .nullish()
  .transform((text) => text || null);

/** A whole calendar date. */
export const requiredDate = line.pipe(
  z
    .string()
    .min(1, "required")
    .refine((text) => isPartialDate(text) && text.length === 10, "date"),
);

/** The version of a row that a save was made from. */
export const rowVersion = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().positive());

/** A place in a text, in code points: a number, or its digits as forms send them. */
export const codePoint = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().nonnegative());

/** A BCP 47 language tag such as `ar` or `pt-BR`. */
export const languageTag = line.pipe(
  z
    .string()
    .min(1, "required")
    .refine((tag) => {
      try {
        return Intl.getCanonicalLocales(tag).length === 1;
      } catch {
        return false;
      }
    }, "language"),
);

/** The last part of an address: words of any script, joined by hyphens. */
export const slugField = normal(normalizeLine, limits.slug).pipe(
  z.string().regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u, "slug"),
);
