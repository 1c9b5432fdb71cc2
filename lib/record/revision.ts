import { z } from "zod";
import { localizedSchema } from "@/lib/i18n/localized";
import {
  articleKinds,
  evidenceKindSchema,
  ratingSchema,
  revisionKindSchema,
  stanceSchema,
  statusSchema,
} from "./vocabulary";

/** A W3C TextQuoteSelector and TextPositionSelector combined; start and end count Unicode code points. */
export const quoteSchema = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Quote = z.infer<typeof quoteSchema>;

const partialDate = z.string().nullable();
const named = z.object({ key: z.string(), names: localizedSchema });

// Fields with a default are missing in documents of format 1.

/** The first appearance of a claim. `article` is its slug if the desk has the text, `version` the version of the text. */
export const sourceSchema = z.object({
  article: z.string().nullable(),
  version: z.number().int().positive().nullable().default(null),
  kind: z.enum(articleKinds).nullable().default(null),
  disclosure: localizedSchema.default({}),
  title: z.string().nullable(),
  titleTranslations: localizedSchema,
  publisher: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  publishedOn: partialDate,
  quote: quoteSchema.nullable(),
});

/** A further appearance of a claim; `change` says how the claim reads there. */
export const appearanceSchema = z.object({
  article: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
  publishedOn: partialDate,
  quote: quoteSchema.nullable(),
  change: localizedSchema,
});

/** A piece of evidence as readers see it. */
export const publicEvidenceSchema = z.object({
  id: z.string(),
  kind: evidenceKindSchema.default("web"),
  url: z.string().nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedOn: partialDate,
  language: z.string(),
  stance: stanceSchema,
  excerpt: z.string().nullable(),
  note: localizedSchema,
  /** Why a protected source is not named. */
  protection: localizedSchema.default({}),
  archiveUrl: z.string().nullable(),
  accessedOn: z.string(),
  linkAnswers: z.boolean().nullable(),
});

/** The verdict of a published revision, without its claim and evidence. Instants are ISO 8601 in UTC. */
export const verdictSchema = z.object({
  revision: z.number().int().positive(),
  kind: revisionKindSchema,
  rating: ratingSchema,
  summary: localizedSchema,
  reasons: localizedSchema,
  note: localizedSchema,
  proposedBy: z.string(),
  publishedBy: z.string(),
  /** Whether proposer and publisher are different people; in a one-person desk they may not be. */
  fourEyes: z.boolean(),
  publishedAt: z.string(),
  hash: z.string(),
  previousHash: z.string().nullable(),
});

/** The state of a claim at one time, as a revision freezes it. */
export const snapshotSchema = z.object({
  claim: z.object({
    /** The claim by language; `language` is the one it was written in. */
    text: z.record(z.string(), z.string()),
    language: z.string(),
    /** Null if nobody is named. */
    claimant: named.nullable(),
    claimedOn: partialDate,
    topics: z.array(named),
  }),
  source: sourceSchema.nullable(),
  appearances: z.array(appearanceSchema),
  evidence: z.array(publicEvidenceSchema),
});

/**
 * The record format (`veritable.verdicts/N`) that a verdict's hash covers; 1 for documents that do not name one.
 */
export const recordFormatSchema = z.union([z.literal(1), z.literal(2)]).default(1);

const identity = z.object({ format: recordFormatSchema, id: z.string(), slug: z.string() });

/** The frozen document of a revision: the snapshot of the claim, and the verdict without its hash. */
export const revisionDocumentSchema = identity.extend({
  ...snapshotSchema.shape,
  verdict: verdictSchema.omit({ hash: true }),
});

/** The public record of a claim, now or as of one revision; `verdict` is null before the first publication. */
export const claimRecordSchema = identity.extend({
  ...snapshotSchema.shape,
  status: statusSchema,
  verdict: verdictSchema.nullable(),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
export type RevisionDocument = z.infer<typeof revisionDocumentSchema>;
export type PublicSource = z.infer<typeof sourceSchema>;
export type PublicAppearance = z.infer<typeof appearanceSchema>;
export type PublicEvidence = z.infer<typeof publicEvidenceSchema>;
export type PublicVerdict = z.infer<typeof verdictSchema>;
export type ClaimRecord = z.infer<typeof claimRecordSchema>;

/**
 * Parses the frozen document of a revision. Fields that its format lacks get their defaults; keys stay in stored order, so
 * that serializing the document always gives the same text. Throws a ZodError.
 */
export function parseFrozenDocument(json: unknown): RevisionDocument {
  return reorderKeys(json, revisionDocumentSchema.parse(json)) as RevisionDocument;
}

/** Reorders the keys of all objects in `value` as in `order`; additional keys come last. */
function reorderKeys(order: unknown, value: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(order))
    return value.map((item, n) => reorderKeys(order[n], item));
  if (!isObject(value) || !isObject(order)) return value;
  const keys = new Set([...Object.keys(order).filter((key) => key in value), ...Object.keys(value)]);
  return Object.fromEntries([...keys].map((key) => [key, reorderKeys(order[key], value[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
