import { z } from "zod";
import { stanceSchema } from "@/lib/evidence/schema";
import { quoteSchema } from "@/lib/public/schema";
import { ratingSchema, statusSchema } from "@/lib/verdicts/schema";

const address = z.url({ protocol: /^https?$/ });
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe("ISO 8601 date, as exact as it is known: 2025, 2025-04 or 2025-04-12");
const instant = z.iso.datetime({ precision: 3 }).describe("ISO 8601 instant in UTC");
const texts = z.record(z.string(), z.string()).describe("Text by language (BCP 47)");
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const source = z
  .strictObject({
    title: z.string().nullable(),
    publisher: z.string(),
    author: z.string().nullable(),
    url: address.nullable(),
    archiveUrl: address.nullable(),
    language: z.string(),
    publishedAt: partialDate.nullable(),
    quote: quoteSchema
      .strict()
      .nullable()
      .describe("W3C TextQuoteSelector and TextPositionSelector; start and end count Unicode code points"),
  })
  .nullable();

const appearance = z.strictObject({
  url: address.nullable(),
  publisher: z.string().nullable(),
  publishedAt: partialDate.nullable(),
  quote: quoteSchema.strict().nullable(),
});

const evidence = z.strictObject({
  url: address,
  title: z.string(),
  publisher: z.string(),
  publishedAt: partialDate.nullable(),
  stance: stanceSchema,
  excerpt: z.string().nullable(),
  note: z.string().nullable(),
  archiveUrl: address.nullable(),
});

const verdict = z.strictObject({
  rating: ratingSchema,
  ratingValue: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe("schema.org ratingValue; null for unproven"),
  summary: texts,
  reasons: texts,
  revision: z.number().int().positive(),
  publishedAt: instant,
  proposedBy: z.string(),
  publishedBy: z.string(),
  correction: z
    .strictObject({ kind: z.enum(["correction", "retraction"]), note: texts })
    .nullable()
    .describe("What changed since the revision before, and why; null in a first publication"),
  hash: hash.describe(
    "SHA-256 over RFC 8785 canonical JSON of this element without its url and without this hash: npm run verify",
  ),
  previousHash: hash.nullable().describe("The hash of the revision before; null in a first publication"),
});

/** One claim as the API answers it; `verdict` is null until one is published. */
export const claimDocumentSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  url: address,
  status: statusSchema,
  claim: z.strictObject({
    text: z.string(),
    language: z.string(),
    translations: texts,
    claimant: z.string(),
    claimedAt: partialDate.nullable(),
    topics: z.array(z.string()),
  }),
  source,
  appearances: z.array(appearance),
  verdict: verdict.nullable(),
  evidence: z.array(evidence),
});
export type ClaimDocument = z.infer<typeof claimDocumentSchema>;

/** One published verdict of an export. */
export const verdictDocumentSchema = claimDocumentSchema.extend({ verdict });
export type VerdictDocument = z.infer<typeof verdictDocumentSchema>;

/** A claim with all its published revisions, oldest first, as `/api/v1/claims/SLUG` answers it. */
export const claimDetailSchema = claimDocumentSchema.extend({ revisions: z.array(verdict) });
export type ClaimDetail = z.infer<typeof claimDetailSchema>;

/** The export file. `cursor` is what to give as `since` the next time. */
export const verdictsFileSchema = z.strictObject({
  format: z.literal("veritable.verdicts/1"),
  generatedAt: instant,
  cursor: z.string(),
  count: z.number().int().nonnegative(),
  verdicts: z.array(verdictDocumentSchema),
});
export type VerdictsFile = z.infer<typeof verdictsFileSchema>;

/** JSON Schema (draft 2020-12) of the export file. */
export function verdictsJsonSchema(): Record<string, unknown> {
  return { title: "Veritable verdicts, format 1", ...z.toJSONSchema(verdictsFileSchema) };
}
