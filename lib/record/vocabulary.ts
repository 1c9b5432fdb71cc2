import { z } from "zod";

export const ratings = ["verified", "needs_context", "disputed", "false", "unproven"] as const;
export type Rating = (typeof ratings)[number];
export const ratingSchema = z.enum(ratings);

/** schema.org's ratingValue, from worstRating 1 to bestRating 5; `unproven` has none. */
export const ratingValues: Record<Rating, number | null> = {
  verified: 5,
  needs_context: 3,
  disputed: 2,
  false: 1,
  unproven: null,
};

export const revisionKinds = ["publication", "correction", "retraction"] as const;
export type RevisionKind = (typeof revisionKinds)[number];
export const revisionKindSchema = z.enum(revisionKinds);

/** What readers see of a claim's state. */
export const statuses = ["unchecked", "in_review", ...ratings, "retracted"] as const;
export type Status = (typeof statuses)[number];
export const statusSchema = z.enum(statuses);

/** What readers see of a published revision: its rating, or that it takes the verdict back. */
export function publishedStatus({ kind, rating }: { kind: RevisionKind; rating: Rating }): Status {
  return kind === "retraction" ? "retracted" : rating;
}

export const stances = ["supports", "refutes", "context"] as const;
export type Stance = (typeof stances)[number];
export const stanceSchema = z.enum(stances);

/** What a piece of evidence is. */
export const evidenceKinds = ["web", "document", "interview", "data", "protected_source"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceKindSchema = z.enum(evidenceKinds);

/** What an article is. */
export const articleKinds = [
  "news",
  "opinion",
  "analysis",
  "interview",
  "press_release",
  "social_post",
  "other",
] as const;
export type ArticleKind = (typeof articleKinds)[number];
