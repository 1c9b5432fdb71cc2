import { z } from "zod";
import { localizedSchema } from "@/lib/i18n/localized";
import type { ClaimFieldValues, NameValues } from "./claim-field";

const localized = localizedSchema.optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const named = z.object({ choice: text, names: localized });
const submittedSchema = z.object({
  language: text,
  text: z.record(z.string(), z.string()).optional().catch(undefined),
  claimant: named.optional().catch(undefined),
  claimedOn: text,
  topics: z
    .union([z.string().transform((key) => [key]), z.array(z.string())])
    .optional()
    .catch(undefined),
  newTopic: named.optional().catch(undefined),
  quote: text,
});

/** Returns the submitted choice or names of a claimant or topic. */
export function readSubmittedName(submitted: unknown): NameValues {
  return named.catch({}).parse(submitted);
}

/** Returns the submitted values of a claim's fields, or `fallback` where nothing was submitted. */
export function readSubmittedClaim(
  submitted: Record<string, unknown> | null,
  fallback: ClaimFieldValues,
): ClaimFieldValues {
  return submitted ? submittedSchema.parse(submitted) : fallback;
}
