import { z } from "zod";
import { normalizeLine, normalizeText } from "./normalize";
import { isPartialDate } from "./partial-date";
import { readWebAddress, withoutStrayEnds } from "./web-address";

// The fields that forms are made of. A message here is a key of `fields.errors` in the message catalogue.

const line = z.string().transform(normalizeLine);
const block = z.string().transform(normalizeText);

function addressIn(text: string, context: z.RefinementCtx): string {
  const read = readWebAddress(text);
  if ("address" in read) return read.address;
  context.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
}

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
export const slugField = z
  .string()
  .normalize("NFC")
  .max(80, "too_long")
  .regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u, "slug");
