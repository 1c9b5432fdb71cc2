import { z } from "zod";
import { quoteSchema } from "@/lib/record/revision";
import { ratingSchema, stanceSchema, statusSchema } from "@/lib/record/vocabulary";

/** An http or https URL. Not of the format `uri` (RFC 3986), which is ASCII only. */
export const address = z
  .string()
  .regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#]+/, "Invalid URL")
  .describe("Web address (WHATWG URL), as the desk was given it");
/** A date with reduced precision: a year, a month or a day. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe("ISO 8601 date, as exact as it is known: 2025, 2025-04 or 2025-04-12");
/** An instant in UTC. */
export const instant = z.iso.datetime({ precision: 3 }).describe("ISO 8601 instant in UTC");
/** A text by language. */
export const texts = z.record(z.string(), z.string()).describe("Text by language (BCP 47)");
/** A SHA-256 hash in the notation of documents. */
export const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** A quote with its position in a text; null if there is none. */
export const quote = quoteSchema
  .strict()
  .nullable()
  .describe("W3C TextQuoteSelector and TextPositionSelector; start and end count Unicode code points");

const source = z
  .strictObject({
    title: z.string().nullable(),
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
  url: address.nullable(),
  publisher: z.string().nullable(),
  publishedAt: partialDate.nullable(),
  quote,
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

/** The verdict of an element in format 1, and an item of `revisions`. */
export const revision1Schema = z.strictObject({
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

/**
 * One published verdict in format `veritable.verdicts/1`. New verdicts are not published in it; older ones stay in it,
 * because their hashes cover this format.
 */
export const verdict1Schema = z.strictObject({
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
  verdict: revision1Schema,
  evidence: z.array(evidence),
});
/** A published verdict in format 1. */
export type Verdict1 = z.infer<typeof verdict1Schema>;
