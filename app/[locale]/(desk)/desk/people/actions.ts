"use server";

import { z } from "zod";
import type { Context } from "@/lib/desk/auth/permissions";
import type { FormState } from "@/lib/desk/forms/form-state";
import { editPerson, revokePersonSession } from "@/lib/desk/people/commands";
import {
  type InvitationToken,
  invitePerson,
  renewInvitation,
  revokeInvitation,
} from "@/lib/desk/people/invitations";
import { createResetLink } from "@/lib/desk/people/resets";
import { editedPersonSchema, newInvitationSchema } from "@/lib/desk/people/schema";
import { disableTwoFactor } from "@/lib/desk/people/two-factor";
import { runForm } from "@/lib/next/actions";
import { deliverInvitation, deliverResetLink } from "@/lib/next/links";
import { idField } from "@/lib/text/fields";

const invitationIdSchema = z.object({ invitationId: idField });

/** Sends an invitation; the form shows its link once. */
export async function inviteAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: newInvitationSchema,
    command: invitePerson,
    secret: mailInvitationLink,
  });
}

/** Renews an invitation; the form shows the new link once. */
export async function renewInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: invitationIdSchema.extend({ seen: z.coerce.date() }),
    command: (context, { invitationId, seen }) => renewInvitation(context, invitationId, seen),
    secret: mailInvitationLink,
  });
}

const mailInvitationLink = (invitation: InvitationToken, context: Context) =>
  deliverInvitation(invitation, context.actor?.name ?? "");

/** Revokes an invitation. */
export async function revokeInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: invitationIdSchema,
    command: (context, { invitationId }) => revokeInvitation(context, invitationId),
  });
}

/** Creates a password reset link, which the form shows once. */
export async function resetLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ personId: idField }),
    command: (context, { personId }) => createResetLink(context, personId),
    secret: deliverResetLink,
  });
}

/** Turns off the authenticator app of another person. */
export async function disableTwoFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ personId: idField }),
    command: (context, { personId }) => disableTwoFactor(context, personId),
  });
}

/** Revokes a session of another person. */
export async function revokePersonSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "person.manage",
    schema: z.object({ sessionId: idField }),
    command: (context, { sessionId }) => revokePersonSession(context, sessionId),
  });
}

/** Changes a person's role or access. */
export async function editPersonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, { action: "person.manage", schema: editedPersonSchema, command: editPerson });
}
