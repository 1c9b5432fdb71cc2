import { z } from "zod";
import { createArticle, editArticle } from "@/lib/articles/commands";
import { editedArticleSchema, newArticleSchema } from "@/lib/articles/schema";
import type { Context } from "@/lib/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/claims/appearances";
import { createClaim, editClaim } from "@/lib/claims/commands";
import {
  appearanceInputSchema,
  assignmentSchema,
  editedClaimSchema,
  newClaimSchema,
} from "@/lib/claims/schema";
import { assignClaim, moveClaim } from "@/lib/claims/steps";
import { addEvidence, editEvidence, orderEvidence, removeEvidence } from "@/lib/evidence/commands";
import { editedEvidenceSchema, evidenceOrderSchema, newEvidenceSchema } from "@/lib/evidence/schema";
import { proposeVerdict, returnProposal, withdrawProposal } from "@/lib/verdicts/proposals";
import { publishVerdict } from "@/lib/verdicts/publish";
import { proposalInputSchema, publishInputSchema, returnInputSchema } from "@/lib/verdicts/schema";

/** A command that programs may send: reads its input, runs it, answers what it answers. */
type Command = (context: Context, input: unknown) => Promise<unknown>;

function command<Schema extends z.ZodType>(
  schema: Schema,
  run: (context: Context, input: z.output<Schema>) => Promise<unknown>,
): Command {
  return async (context, input) => run(context, schema.parse(input));
}

const id = z.string().min(1);
const claimId = z.object({ claimId: id });

/** What programs can do at the desk, by the last part of the address. Each command asks for the right to it itself. */
export const commands: Record<string, Command> = {
  "create-article": command(newArticleSchema, createArticle),
  "edit-article": command(editedArticleSchema, editArticle),
  "create-claim": command(newClaimSchema, createClaim),
  "edit-claim": command(editedClaimSchema, editClaim),
  "assign-claim": command(assignmentSchema, assignClaim),
  "review-claim": command(claimId, (context, input) => moveClaim(context, input.claimId, "review")),
  "archive-claim": command(claimId, (context, input) => moveClaim(context, input.claimId, "archive")),
  "restore-claim": command(claimId, (context, input) => moveClaim(context, input.claimId, "restore")),
  "add-appearance": command(appearanceInputSchema, addAppearance),
  "remove-appearance": command(z.object({ appearanceId: id }), (context, { appearanceId }) =>
    removeAppearance(context, appearanceId),
  ),
  "add-evidence": command(newEvidenceSchema, addEvidence),
  "edit-evidence": command(editedEvidenceSchema, editEvidence),
  "remove-evidence": command(z.object({ evidenceId: id }), (context, { evidenceId }) =>
    removeEvidence(context, evidenceId),
  ),
  "order-evidence": command(evidenceOrderSchema, orderEvidence),
  "propose-verdict": command(proposalInputSchema, proposeVerdict),
  "withdraw-proposal": command(publishInputSchema, (context, { proposalId, version }) =>
    withdrawProposal(context, proposalId, version),
  ),
  "return-proposal": command(returnInputSchema, returnProposal),
  "publish-verdict": command(publishInputSchema, publishVerdict),
};
