import { z } from "zod";
import { claimFilterSchema } from "@/lib/public/claims/filters";

/** The parameters of the exports of verdicts: the table's filters, where to begin, and which revisions. */
export const verdictsQuerySchema = claimFilterSchema
  .extend({
    since: z.string().optional(),
    revisions: z.enum(["latest", "all"], { error: "Give latest or all." }).default("latest"),
  })
  .strict();
