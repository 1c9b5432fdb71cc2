import { z } from "zod";
import { localizedSchema } from "@/lib/i18n/localized";
import type { ClaimFieldValues, NameValues } from "./claim-field";

const localized = localizedSchema.optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const named = z.object({ choice: text, names: localized });
const typedSchema = z.object({
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

/** What was chosen or typed where somebody is named. */
export function typedName(typed: unknown): NameValues {
  return named.catch({}).parse(typed);
}

/** What was typed into the fields of a claim, to begin with again after an answer; `otherwise` where nothing was. */
export function typedClaim(
  typed: Record<string, unknown> | null,
  otherwise: ClaimFieldValues,
): ClaimFieldValues {
  return typed ? typedSchema.parse(typed) : otherwise;
}
