import { z } from "zod";

/** What can be wrong with what is published; `messages` has the words for each. */
export const faultKinds = [
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

/** A fault: `about` names a claim, a revision (`slug, 2`), a node (`level/index`) or a proposal; `fields` what differs. */
export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  about: z.string(),
  fields: z.array(z.string()).default([]),
});
export type Fault = z.infer<typeof faultSchema>;

/** What a check counted. */
export type Counted = { revisions: number; nodes: number; claims: number; proposals: number };
