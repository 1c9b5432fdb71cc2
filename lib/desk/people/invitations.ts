import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context, type Role } from "@/lib/desk/auth/permissions";
import { hashSecret, newSecret } from "@/lib/desk/auth/secrets";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import type { NewInvitation } from "./schema";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The token of an invitation, of which only the hash is stored, and the email and role of the invited person.
 */
export type InvitationToken = { token: string; email: string; role: Role };

/** An open invitation as shown to admins; an expired one can be renewed. */
export type InvitationListItem = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
};

/**
 * Creates an invitation, valid for one week. Returns its token. Throws `conflict` if a person (reason
 * `email_taken`) or an open invitation (`invited_already`) has this email.
 */
export async function invitePerson(
  context: Context,
  { email, role }: NewInvitation,
): Promise<InvitationToken> {
  const actor = authorize(context, "person.manage");
  const token = newSecret();
  const [id, now] = [context.newId(), context.now()];
  const expiresAt = new Date(now.getTime() + WEEK_MS);
  await transaction(async (tx) => {
    if (await tx.person.findUnique({ where: { email } })) {
      throw new AppError("conflict", "A person with this email already exists.", [], "email_taken");
    }
    if (await tx.invitation.findFirst({ where: { email, acceptedAt: null, revokedAt: null } })) {
      throw new AppError(
        "conflict",
        "There is already an open invitation to this email.",
        [],
        "invited_already",
      );
    }
    await tx.invitation.create({
      data: {
        id,
        email,
        role,
        tokenHash: hashSecret(token),
        invitedById: actor.id,
        createdAt: now,
        expiresAt,
      },
    });
    await appendEvent(tx, actor, now, {
      action: "invitation.create",
      entity: "invitation",
      entityId: id,
      to: { email, role, expiresAt },
    });
  });
  return { token, email, role };
}

/**
 * Renews an open invitation for a week with a new link, which replaces the old one. Returns its token. Throws
 * `not_found`, and `conflict` if somebody else renewed it; `seen` is the expiry that was shown.
 */
export async function renewInvitation(
  context: Context,
  invitationId: string,
  seen?: Date,
): Promise<InvitationToken> {
  const actor = authorize(context, "person.manage");
  const [token, now] = [newSecret(), context.now()];
  const expiresAt = new Date(now.getTime() + WEEK_MS);
  return transaction(async (tx) => {
    const open = { id: invitationId, acceptedAt: null, revokedAt: null };
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { ...open, expiresAt: seen },
      data: { tokenHash: hashSecret(token), expiresAt },
    });
    if (!invitation) {
      const renewed = (await tx.invitation.count({ where: open })) > 0;
      throw renewed
        ? new AppError("conflict", "Somebody else renewed this invitation in the meantime.")
        : new AppError("not_found", "There is no such invitation.");
    }
    const { email, role } = invitation;
    await appendEvent(tx, actor, now, {
      action: "invitation.renew",
      entity: "invitation",
      entityId: invitationId,
      to: { email, expiresAt },
    });
    return { token, email, role };
  });
}

/** Revokes an open invitation at once. Throws `not_found`. */
export async function revokeInvitation(context: Context, invitationId: string): Promise<void> {
  const actor = authorize(context, "person.manage");
  const now = context.now();
  await transaction(async (tx) => {
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (!invitation) throw new AppError("not_found", "There is no such invitation.");
    await appendEvent(tx, actor, now, {
      action: "invitation.revoke",
      entity: "invitation",
      entityId: invitationId,
      from: { email: invitation.email, role: invitation.role },
    });
  });
}

/** The open invitations, newest first. */
export async function listInvitations(context: Context): Promise<InvitationListItem[]> {
  authorize(context, "person.manage");
  const rows = await db().invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    omit: { tokenHash: true, acceptedAt: true, revokedAt: true, invitedById: true },
    include: { invitedBy: { select: { name: true } } },
  });
  return rows.map(({ invitedBy, ...row }) => ({ ...row, invitedBy: invitedBy.name }));
}
