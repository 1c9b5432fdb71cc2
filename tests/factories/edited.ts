import type { z } from "zod";
import type { Context } from "@/lib/desk/auth/permissions";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { type EditedClaim, editedClaimSchema } from "@/lib/desk/claims/schema";

/** What the form of a claim sends, with some of its fields changed. */
export async function editedFields(
  context: Context,
  slug: string,
  fields: Partial<z.input<typeof editedClaimSchema>>,
): Promise<EditedClaim> {
  const { id, version, language, text, claimant, claimedOn, topics, source } = await getDeskClaim(
    context,
    slug,
  );
  const quote = source?.quote.exact;
  const sent = {
    claimId: id,
    version,
    language,
    text,
    claimant: claimant && { key: claimant.key },
    claimedOn,
    topics,
    quote,
  };
  return editedClaimSchema.parse({ ...sent, ...fields });
}
