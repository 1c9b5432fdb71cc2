"use server";

import { z } from "zod";
import type { Context } from "@/lib/desk/auth/permissions";
import type { FormState } from "@/lib/desk/forms/form-state";
import { editPerson, endSession } from "@/lib/desk/people/commands";
import {
  type InvitationToken,
  invitePerson,
  renewInvitation,
  revokeInvitation,
} from "@/lib/desk/people/invitations";
import { createReset } from "@/lib/desk/people/resets";
import { editedPersonSchema, newInvitationSchema } from "@/lib/desk/people/schema";
import { takeTwoFactor } from "@/lib/desk/people/two-factor";
import { runForm } from "@/lib/next/actions";
import { handOverInvitation, handOverReset } from "@/lib/next/links";
import { idField } from "@/lib/text/fields";

const theInvitation = z.object({ invitationId: idField });

/** Invites somebody; answers the link, this once. */
export async function inviteAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: newInvitationSchema,
    command: invitePerson,
    secret: handOver,
  });
}

/** Gives an invitation a new link; answers it, this once. */
export async function renewInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: theInvitation.extend({ seen: z.coerce.date() }),
    command: (context, { invitationId, seen }) => renewInvitation(context, invitationId, seen),
    secret: handOver,
  });
}

const handOver = (invitation: InvitationToken, context: Context) =>
  handOverInvitation(invitation, context.actor?.name ?? "");

/** Takes an invitation back. */
export async function revokeInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: theInvitation,
    command: (context, { invitationId }) => revokeInvitation(context, invitationId),
  });
}

/** Makes a link by which a person chooses a new password; answers it, this once. */
export async function resetLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ personId: idField }),
    command: (context, { personId }) => createReset(context, personId),
    secret: handOverReset,
  });
}

/** Turns off the authenticator app of somebody who lost it. */
export async function takeTwoFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ personId: idField }),
    command: (context, { personId }) => takeTwoFactor(context, personId),
  });
}

/** Ends a session of somebody's. */
export async function endSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ sessionId: idField }),
    command: (context, { sessionId }) => endSession(context, sessionId),
  });
}

/** Changes a person's role or access. */
export async function editPersonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, { action: "person.manage", schema: editedPersonSchema, command: editPerson });
}
