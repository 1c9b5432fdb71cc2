"use server";

import { z } from "zod";
import { findLastEdit } from "@/lib/desk/audit/queries";
import { addAppearance, removeAppearance, restoreAppearance } from "@/lib/desk/claims/appearances";
import { editClaim } from "@/lib/desk/claims/commands";
import {
  candidatesFromError,
  editedClaimFormSchema,
  resolveClaimForm,
} from "@/lib/desk/claims/named-entities/form";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import {
  appearanceInputSchema,
  assignmentSchema,
  removedAppearanceSchema,
  stages,
} from "@/lib/desk/claims/schema";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { workflow } from "@/lib/desk/claims/workflow";
import { createComment } from "@/lib/desk/comments/commands";
import { newCommentSchema } from "@/lib/desk/comments/schema";
import { addEvidence, editEvidence, removeEvidence, restoreEvidence } from "@/lib/desk/evidence/commands";
import { moveEvidence } from "@/lib/desk/evidence/move";
import { findEvidence } from "@/lib/desk/evidence/queries";
import {
  editedEvidenceSchema,
  evidenceMoveSchema,
  newEvidenceSchema,
  omitOtherKindFields,
  removedEvidenceSchema,
} from "@/lib/desk/evidence/schema";
import type { FormState } from "@/lib/desk/forms/form-state";
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
import { runForm } from "@/lib/next/actions";
import { idField } from "@/lib/text/fields";
import { claimFormValues, evidenceFormValues } from "./_parts/form-values";

/** Saves the claim's fields. */
export async function editClaimAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claim.edit",
    schema: editedClaimFormSchema,
    command: async (context, input) => editClaim(context, await resolveClaimForm(input)),
    candidates: candidatesFromError,
    current: async (context, { slug }) => {
      const claim = await getDeskClaim(context, slug);
      const saved = await findLastEdit(context, { entityId: claim.id, action: "claim.edit" });
      const candidates = { claimant: claim.claimant ? [claim.claimant] : [] };
      return { version: claim.version, values: claimFormValues(claim), saved, candidates };
    },
  });
}

/** Sets the assignee, due date and priority. */
export async function assignAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "claim.assign", schema: assignmentSchema, command: assignClaim });
}

const moves = ["review", "release", "hide", "archive", "restore"] as const;
const moveSchema = z.object({ claimId: idField, transition: z.enum(moves), seen: z.enum(stages) });

/** Starts the review, releases, hides, archives or restores the claim. */
export async function moveAction(_before: FormState, form: FormData) {
  const step = z.enum(moves).safeParse(form.get("transition")).data ?? "archive";
  return runForm(form, {
    action: workflow[step].action,
    schema: moveSchema,
    command: (context, { claimId, transition, seen }) => moveClaim(context, claimId, transition, seen),
  });
}

/** Adds a piece of evidence. */
export async function addEvidenceAction(_before: FormState, form: FormData) {
  const schema = z.preprocess(omitOtherKindFields, newEvidenceSchema);
  return runForm(form, { action: "evidence.edit", schema, command: addEvidence });
}

/** Saves a piece of evidence. */
export async function editEvidenceAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "evidence.edit",
    schema: z.preprocess(omitOtherKindFields, editedEvidenceSchema),
    command: editEvidence,
    current: async (context, { evidenceId }) => {
      const evidence = await findEvidence(context, evidenceId);
      if (!evidence) return { version: 0, values: {}, saved: null };
      const { claimId, version } = evidence;
      const part = evidenceId;
      const saved = await findLastEdit(context, { entityId: claimId, action: "evidence.edit", part });
      return { version, values: evidenceFormValues(evidence), saved };
    },
  });
}

/** Removes a piece of evidence. */
export async function removeEvidenceAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "evidence.edit",
    schema: z.object({ evidenceId: idField }),
    command: (context, { evidenceId }) => removeEvidence(context, evidenceId),
  });
}

/** Restores a removed piece of evidence. */
export async function restoreEvidenceAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "evidence.edit",
    schema: removedEvidenceSchema,
    command: restoreEvidence,
  });
}

/** Moves a piece of evidence up or down; `seen` is the list that was shown, as comma-separated ids. */
export async function moveEvidenceAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "evidence.edit",
    schema: evidenceMoveSchema.extend({
      seen: z
        .string()
        .transform((ids) => ids.split(","))
        .pipe(evidenceMoveSchema.shape.seen),
    }),
    command: moveEvidence,
  });
}

/** Adds a further appearance. */
export async function addAppearanceAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "claim.edit", schema: appearanceInputSchema, command: addAppearance });
}

/** Removes a further appearance. */
export async function removeAppearanceAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claim.edit",
    schema: z.object({ appearanceId: idField }),
    command: (context, { appearanceId }) => removeAppearance(context, appearanceId),
  });
}

/** Restores a removed appearance. */
export async function restoreAppearanceAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "claim.edit",
    schema: removedAppearanceSchema,
    command: restoreAppearance,
  });
}

/** Proposes a verdict. */
export async function proposeAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "verdict.propose", schema: proposalInputSchema, command: proposeVerdict });
}

/** Withdraws the person's own proposal. */
export async function withdrawAction(_before: FormState, form: FormData) {
  return runForm(form, {
    action: "verdict.withdraw",
    schema: decisionInputSchema,
    command: (context, { proposalId, version }) => withdrawProposal(context, proposalId, version),
  });
}

/** Renews an open proposal with the claim's current content. */
export async function renewAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "verdict.propose", schema: renewalInputSchema, command: renewProposal });
}

/** Publishes a proposal. */
export async function publishAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "verdict.publish", schema: publishInputSchema, command: publishVerdict });
}

/** Returns a proposal with a note. */
export async function returnAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "verdict.return", schema: returnInputSchema, command: returnProposal });
}

/** Adds a comment to the claim. */
export async function commentAction(_before: FormState, form: FormData) {
  return runForm(form, { action: "comment.create", schema: newCommentSchema, command: createComment });
}
