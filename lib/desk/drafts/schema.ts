import { z } from "zod";
import { idField, rowVersion } from "@/lib/text/fields";
import type { FieldValues } from "@/lib/text/merge";
import { isStorable } from "@/lib/text/normalize";

/** The longest draft that the server keeps, as JSON, in UTF-16 units. */
export const longestDraft = 200_000;

// The database's JSON holds neither NUL nor half of a surrogate pair.
const typed = z.string().transform((text) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD"));
const name = z.string().max(100).refine(isStorable, "id");

/** The values that a form was opened with, by field name; a list for a field of several choices. */
export const fieldValuesSchema: z.ZodType<FieldValues> = z.record(
  name,
  z.union([typed, z.array(typed).max(500)]),
);

/**
 * What stands in a form: the values of each field by name, and, where the form edits a row, the version and the values
 * that it was opened with.
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

/** A draft to keep. `person` is whom the page was made for: somebody else may have signed in since. */
export const draftInputSchema = z.object({
  person: idField,
  key: draftKey,
  content: draftContentSchema.refine((content) => JSON.stringify(content).length <= longestDraft, "too_long"),
});
export type DraftInput = z.infer<typeof draftInputSchema>;

/** Which drafts a page asks for. */
export const draftQuerySchema = z.object({
  person: idField,
  key: z.union([draftKey.transform((key) => [key]), z.array(draftKey).max(200)]),
});
export type DraftQuery = z.infer<typeof draftQuerySchema>;

/** The draft that a page removes. */
export const removedDraftSchema = draftInputSchema.pick({ person: true, key: true });
