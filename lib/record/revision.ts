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

/** W3C TextQuoteSelector and TextPositionSelector in one; start and end count Unicode code points. */
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

// What has a default here is missing in documents of format 1.

/** Where the claim was first found. `article` is the slug when the desk holds the text, `version` that of the text. */
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

/** A published revision without the things it stood on. Instants are ISO 8601 in UTC. */
export const verdictSchema = z.object({
  revision: z.number().int().positive(),
  kind: revisionKindSchema,
  rating: ratingSchema,
  summary: localizedSchema,
  reasons: localizedSchema,
  note: localizedSchema,
  proposedBy: z.string(),
  publishedBy: z.string(),
  /** Whether somebody else published it than proposed it; a desk may be set up for one person. */
  fourEyes: z.boolean(),
  publishedAt: z.string(),
  hash: z.string(),
  previousHash: z.string().nullable(),
});

/** A claim as it stands at one time; a revision freezes one of these. */
export const snapshotSchema = z.object({
  claim: z.object({
    /** The claim by language; `language` is the one it was written in. */
    text: z.record(z.string(), z.string()),
    language: z.string(),
    /** Null where nobody is named. */
    claimant: named.nullable(),
    claimedOn: partialDate,
    topics: z.array(named),
  }),
  source: sourceSchema.nullable(),
  appearances: z.array(appearanceSchema),
  evidence: z.array(publicEvidenceSchema),
});

/**
 * The record format (`veritable.verdicts/N`) that a verdict's hash is over. Documents that do not name one are of format 1.
 */
export const recordFormatSchema = z.union([z.literal(1), z.literal(2)]).default(1);

const identity = z.object({ format: recordFormatSchema, id: z.string(), slug: z.string() });

/** What a revision froze: the snapshot of the claim and the verdict itself, without the hash of the two. */
export const revisionDocumentSchema = identity.extend({
  ...snapshotSchema.shape,
  verdict: verdictSchema.omit({ hash: true }),
});

/** A claim as its record shows it, as it is now or as of one revision; `verdict` is null before the first publication. */
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
 * Reads the document that a revision froze. Fields that its format did not have get their defaults; keys stay in the order
 * in which they are stored, so that the document is always written as the same text. Throws a ZodError.
 */
export function frozenDocument(json: unknown): RevisionDocument {
  return inOrderOf(json, revisionDocumentSchema.parse(json)) as RevisionDocument;
}

/** The value with the keys of all its objects in the order of another one; those that it has more come last. */
function inOrderOf(order: unknown, value: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(order)) return value.map((item, n) => inOrderOf(order[n], item));
  if (!isObject(value) || !isObject(order)) return value;
  const keys = new Set([...Object.keys(order).filter((key) => key in value), ...Object.keys(value)]);
  return Object.fromEntries([...keys].map((key) => [key, inOrderOf(order[key], value[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
