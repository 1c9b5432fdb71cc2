import { z } from "zod";

/** The ratings of a verdict. */
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

/** The kinds of a revision. */
export const revisionKinds = ["publication", "correction", "retraction"] as const;
export type RevisionKind = (typeof revisionKinds)[number];
export const revisionKindSchema = z.enum(revisionKinds);

/** The public statuses of a claim. */
export const statuses = ["unchecked", "in_review", ...ratings, "retracted"] as const;
export type Status = (typeof statuses)[number];
export const statusSchema = z.enum(statuses);

/** The public status of a revision: its rating, or `retracted`. */
export function publishedStatus({ kind, rating }: { kind: RevisionKind; rating: Rating }): Status {
  return kind === "retraction" ? "retracted" : rating;
}

/** How a piece of evidence relates to the claim. */
export const stances = ["supports", "refutes", "context"] as const;
export type Stance = (typeof stances)[number];
export const stanceSchema = z.enum(stances);

/** The kinds of evidence. */
export const evidenceKinds = ["web", "document", "interview", "data", "protected_source"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceKindSchema = z.enum(evidenceKinds);

/** The kinds of articles. */
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
