import { z } from "zod";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { createArticle, editArticle } from "@/lib/desk/articles/commands";
import { articleIdSchema, editedArticleSchema, newArticleSchema } from "@/lib/desk/articles/schema";
import { type Action, authorize, type Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance, restoreAppearance } from "@/lib/desk/claims/appearances";
import { createClaim, editClaim } from "@/lib/desk/claims/commands";
import { renameNamedEntity } from "@/lib/desk/claims/named-entities/rename";
import { splitClaimant } from "@/lib/desk/claims/named-entities/split";
import { reanchorQuote } from "@/lib/desk/claims/reanchor";
import {
  appearanceInputSchema,
  assignmentSchema,
  editedClaimSchema,
  newClaimSchema,
  reanchorInputSchema,
  removedAppearanceSchema,
  renameSchema,
  splitSchema,
} from "@/lib/desk/claims/schema";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import {
  addEvidence,
  editEvidence,
  orderEvidence,
  removeEvidence,
  restoreEvidence,
} from "@/lib/desk/evidence/commands";
import { moveEvidence } from "@/lib/desk/evidence/move";
import {
  editedEvidenceSchema,
  evidenceMoveSchema,
  evidenceOrderSchema,
  newEvidenceSchema,
  removedEvidenceSchema,
} from "@/lib/desk/evidence/schema";
import {
  proposeVerdict,
  renewProposal,
  returnProposal,
  withdrawProposal,
} from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import {
  decisionInputSchema,
  proposalInputSchema,
  publishInputSchema,
  renewalInputSchema,
  returnInputSchema,
} from "@/lib/desk/verdicts/schema";
import { idField } from "@/lib/text/fields";

/** A command of the API: validates its input by its schema, runs it and returns its result. */
type Command = ((context: Context, input: unknown) => Promise<unknown>) & { schema: z.ZodType };

// Authorizes before it validates, so that errors tell nothing to others. Rejects unknown fields, so that a
// misspelled optional field is not ignored.
function command<Shape extends z.ZodRawShape>(
  action: Action,
  schema: z.ZodObject<Shape>,
  run: (context: Context, input: z.output<z.ZodObject<Shape, z.core.$strict>>) => Promise<unknown>,
): Command {
  const strict = schema.strict();
  const execute = async (context: Context, input: unknown) => {
    authorize(context, action);
    return run(context, strict.parse(input));
  };
  return Object.assign(execute, { schema: strict });
}

const claimId = z.object({ claimId: idField });

/**
 * The commands of the API by name, which is the last segment of the path. Each command also authorizes by
 * itself.
 */
export const commands: Record<string, Command> = {
  "create-article": command("article.create", newArticleSchema, createArticle),
  "edit-article": command("article.edit", editedArticleSchema, editArticle),
  "archive-article": command("article.archive", articleIdSchema, (context, { articleId }) =>
    archiveArticle(context, articleId),
  ),
  "restore-article": command("article.archive", articleIdSchema, (context, { articleId }) =>
    restoreArticle(context, articleId),
  ),
  "create-claim": command("claim.create", newClaimSchema, createClaim),
  "edit-claim": command("claim.edit", editedClaimSchema, editClaim),
  "rename-claimant": command("claimant.manage", renameSchema, (context, input) =>
    renameNamedEntity(context, "claimant", input),
  ),
  "split-claimant": command("claimant.manage", splitSchema, splitClaimant),
  "rename-topic": command("claimant.manage", renameSchema, (context, input) =>
    renameNamedEntity(context, "topic", input),
  ),
  "re-anchor-quote": command("claim.edit", reanchorInputSchema, reanchorQuote),
  "assign-claim": command("claim.assign", assignmentSchema, assignClaim),
  "review-claim": command("claim.review", claimId, (context, input) =>
    moveClaim(context, input.claimId, "review"),
  ),
  "archive-claim": command("claim.archive", claimId, (context, input) =>
    moveClaim(context, input.claimId, "archive"),
  ),
  "restore-claim": command("claim.archive", claimId, (context, input) =>
    moveClaim(context, input.claimId, "restore"),
  ),
  "release-claim": command("claim.release", claimId, (context, input) =>
    moveClaim(context, input.claimId, "release"),
  ),
  "hide-claim": command("claim.release", claimId, (context, input) =>
    moveClaim(context, input.claimId, "hide"),
  ),
  "add-appearance": command("claim.edit", appearanceInputSchema, addAppearance),
  "remove-appearance": command(
    "claim.edit",
    z.object({ appearanceId: idField }),
    (context, { appearanceId }) => removeAppearance(context, appearanceId),
  ),
  "restore-appearance": command("claim.edit", removedAppearanceSchema, restoreAppearance),
  "add-evidence": command("evidence.edit", newEvidenceSchema, addEvidence),
  "edit-evidence": command("evidence.edit", editedEvidenceSchema, editEvidence),
  "remove-evidence": command("evidence.edit", z.object({ evidenceId: idField }), (context, { evidenceId }) =>
    removeEvidence(context, evidenceId),
  ),
  "move-evidence": command("evidence.edit", evidenceMoveSchema, moveEvidence),
  "restore-evidence": command("evidence.edit", removedEvidenceSchema, restoreEvidence),
  "order-evidence": command("evidence.edit", evidenceOrderSchema, orderEvidence),
  "propose-verdict": command("verdict.propose", proposalInputSchema, proposeVerdict),
  "renew-proposal": command("verdict.propose", renewalInputSchema, renewProposal),
  "withdraw-proposal": command("verdict.withdraw", decisionInputSchema, (context, { proposalId, version }) =>
    withdrawProposal(context, proposalId, version),
  ),
  "return-proposal": command("verdict.return", returnInputSchema, returnProposal),
  "publish-verdict": command("verdict.publish", publishInputSchema, publishVerdict),
};
