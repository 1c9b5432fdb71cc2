import { z } from "zod";
import { idField, rowVersion } from "@/lib/text/fields";
import type { FieldValues } from "@/lib/text/merge";
import { isStorable } from "@/lib/text/normalize";

/** The maximum length of a stored draft, as JSON, in UTF-16 units. */
export const MAX_DRAFT_LENGTH = 200_000;

// PostgreSQL's JSON cannot store NUL or lone surrogates.
const typed = z.string().transform((text) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD"));
const name = z.string().max(100).refine(isStorable, "id");

/** The values of a form by field name; a list for a field with several values. */
export const fieldValuesSchema: z.ZodType<FieldValues> = z.record(
  name,
  z.union([typed, z.array(typed).max(500)]),
);

/**
 * The content of a form: the values of each field and, if the form edits a row, the version and values that
 * it was opened with.
 */
export const draftContentSchema = z.object({
  values: z.record(name, z.array(typed).max(500)),
  version: rowVersion.optional(),
  base: fieldValuesSchema.optional(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

const draftKey = z
  .string()
  .max(300)
  .regex(/^[\p{L}\p{M}\p{N}:._-]+$/u);

/**
 * A draft to save. `person` is the person for whom the page was rendered, since somebody else can have signed
 * in.
 */
export const draftInputSchema = z.object({
  person: idField,
  key: draftKey,
  content: draftContentSchema.refine(
    (content) => JSON.stringify(content).length <= MAX_DRAFT_LENGTH,
    "too_long",
  ),
});
export type DraftInput = z.infer<typeof draftInputSchema>;

/** The drafts that a page loads. */
export const draftQuerySchema = z.object({
  person: idField,
  key: z.union([draftKey.transform((key) => [key]), z.array(draftKey).max(200)]),
});
export type DraftQuery = z.infer<typeof draftQuerySchema>;

/** The draft that a page deletes. */
export const removedDraftSchema = draftInputSchema.pick({ person: true, key: true });
