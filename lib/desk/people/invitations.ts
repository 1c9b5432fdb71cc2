import { appendEvent } from "@/lib/desk/audit/events";
import { authorize, type Context, type Role } from "@/lib/desk/auth/permissions";
import { hashSecret, newSecret } from "@/lib/desk/auth/secrets";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import type { NewInvitation } from "./schema";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** An invitation's token, which is kept nowhere, and whom it invites. */
export type InvitationToken = { token: string; email: string; role: Role };

/** An invitation that waits, as admins see it. One whose week is over waits for a new link. */
export type InvitationLine = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
};

/**
 * Invites somebody by a link of a week; answers its token. Throws `conflict` for the email of somebody who is there
 * already (reason `email_taken`), and where an invitation waits (`invited_already`).
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
      throw new AppError("conflict", "A person with this email is there already.", [], "email_taken");
    }
    if (await tx.invitation.findFirst({ where: { email, acceptedAt: null, revokedAt: null } })) {
      throw new AppError("conflict", "An invitation to this email waits already.", [], "invited_already");
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
 * Gives a waiting invitation a new link of a week, and ends the one before; answers its token. Throws `not_found`, and
 * `conflict` where somebody else gave it a new one since it was `seen` to end at this instant.
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
    const waiting = { id: invitationId, acceptedAt: null, revokedAt: null };
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { ...waiting, expiresAt: seen },
      data: { tokenHash: hashSecret(token), expiresAt },
    });
    if (!invitation) {
      const renewed = (await tx.invitation.count({ where: waiting })) > 0;
      throw renewed
        ? new AppError("conflict", "Somebody else gave this invitation a new link meanwhile.")
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

/** Takes a waiting invitation back: its link ends at once. Throws `not_found`. */
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

/** The invitations that wait, the newest first. */
export async function listInvitations(context: Context): Promise<InvitationLine[]> {
  authorize(context, "person.manage");
  const rows = await db().invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    omit: { tokenHash: true, acceptedAt: true, revokedAt: true, invitedById: true },
    include: { invitedBy: { select: { name: true } } },
  });
  return rows.map(({ invitedBy, ...row }) => ({ ...row, invitedBy: invitedBy.name }));
}
