import { z } from "zod";

/** The kinds of findings; each has a text in `messages`. */
export const findingKinds = [
  // Of a revision
  "unreadable",
  "document",
  "hash",
  "leaf",
  "columns",
  "chain",
  "time",
  "order",
  "proposed",
  // Of the log
  "node",
  "size",
  "published",
  // Of a proposal
  "proposal",
  // Of a row of the readers' table
  "row",
  "row_missing",
  "row_extra",
] as const;

/**
 * A finding. `about` names a claim, a revision (`slug, 2`), a node (`level/index`) or a proposal; `fields`
 * lists what differs.
 */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  about: z.string(),
  fields: z.array(z.string()).default([]),
});
export type Finding = z.infer<typeof findingSchema>;

/** The numbers of items that a check compared. */
export type CheckCounts = { revisions: number; nodes: number; claims: number; proposals: number };
