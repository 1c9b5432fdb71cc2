import { z } from "zod";
import { claimFilterSchema } from "@/lib/public/claims/filters";

/** The query parameters of the verdict exports: the table's filters, `since` and `revisions`. */
export const verdictsQuerySchema = claimFilterSchema
  .extend({
    since: z.string().optional(),
    revisions: z.enum(["latest", "all"], { error: "Give latest or all." }).default("latest"),
  })
  .strict();
