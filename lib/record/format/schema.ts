import { z } from "zod";
import { articleKinds, evidenceKindSchema, stanceSchema, statusSchema } from "@/lib/record/vocabulary";
import { address, instant, partialDate, quote, revision1Schema, texts, verdict1Schema } from "./schema-1";

const named = z.strictObject({ key: z.string(), names: texts });

const source = z
  .strictObject({
    article: z.string().nullable().describe("Slug of the article at this desk"),
    version: z
      .number()
      .int()
      .positive()
      .nullable()
      .describe("The version of its text that the quote stands in"),
    kind: z.enum(articleKinds).nullable(),
    disclosure: texts,
    title: z.string().nullable(),
    titles: texts.describe("The title in other languages"),
    publisher: z.string(),
    author: z.string().nullable(),
    url: address.nullable(),
    archiveUrl: address.nullable(),
    language: z.string(),
    publishedAt: partialDate.nullable(),
    quote,
  })
  .nullable();

const appearance = z.strictObject({
  article: z.string().nullable(),
  url: address.nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
  publishedAt: partialDate.nullable(),
  quote,
  change: texts.describe("How the claim reads there"),
});

const evidence = z.strictObject({
  id: z.string(),
  kind: evidenceKindSchema,
  url: address.nullable().describe("Null for what has no address: a document, an interview, data on file"),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedAt: partialDate.nullable(),
  language: z.string(),
  stance: stanceSchema,
  excerpt: z.string().nullable(),
  note: texts.describe("What it shows, in the desk's words"),
  protection: texts.describe("Why a protected source is not named"),
  archiveUrl: address.nullable(),
  accessedAt: z.iso.date().describe("When the desk looked at it"),
  linkAnswers: z.boolean().nullable().describe("Whether the link worked when somebody last tried"),
});

const verdict = revision1Schema.extend({
  fourEyes: z.boolean().describe("Whether somebody else published it than proposed it"),
});

/** One claim as the API returns it; `verdict` is null until one is published. */
export const claimDocumentSchema = z.strictObject({
  format: z.literal("veritable.verdicts/2"),
  id: z.string(),
  slug: z.string(),
  url: address,
  status: statusSchema,
  claim: z.strictObject({
    text: texts,
    language: z.string().describe("The language that the claim was written in"),
    claimant: named.nullable().describe("Null where nobody is named"),
    claimedAt: partialDate.nullable(),
    topics: z.array(named),
  }),
  source,
  appearances: z.array(appearance),
  verdict: verdict.nullable(),
  evidence: z.array(evidence),
});
export type ClaimDocument = z.infer<typeof claimDocumentSchema>;

/** The schemas of an export element by format number. An element of format 1 does not name its format. */
export const elementSchemas = { 1: verdict1Schema, 2: claimDocumentSchema.extend({ verdict }) };

/**
 * One published verdict of an export, in the format that its hash covers. In both formats the hash is over RFC 8785 canonical
 * JSON of the element without its `url` and `verdict.hash`.
 */
export const verdictDocumentSchema = z.union([elementSchemas[2], elementSchemas[1]]);
export type VerdictDocument = z.infer<typeof verdictDocumentSchema>;

/** The schemas of an item of a claim's `revisions`, by the number of the claim's format. */
export const revisionSchemas = { 1: revision1Schema, 2: verdict };

/** A claim with all its published revisions, oldest first, as `/api/v1/claims/SLUG` returns it. */
export const claimDetailSchema = z.union([
  claimDocumentSchema.extend({ revisions: z.array(verdict) }),
  verdict1Schema.extend({ revisions: z.array(revision1Schema) }),
]);
export type ClaimDetail = z.infer<typeof claimDetailSchema>;

/** The export file. `cursor` is the `since` of the next export. */
export const verdictsFileSchema = z.strictObject({
  format: z.literal("veritable.verdicts/2"),
  generatedAt: instant,
  cursor: z.string(),
  count: z.number().int().nonnegative(),
  verdicts: z.array(verdictDocumentSchema),
});
export type VerdictsFile = z.infer<typeof verdictsFileSchema>;

/** The JSON Schema (draft 2020-12) of the export file. */
export function verdictsJsonSchema(): Record<string, unknown> {
  return { title: "Veritable verdicts, format 2", ...z.toJSONSchema(verdictsFileSchema) };
}
