import { hashPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import type { Context, Role } from "@/lib/desk/auth/permissions";
import { hashSecret } from "@/lib/desk/auth/secrets";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { insertPerson } from "./commands";
import type { AcceptedInvitation } from "./schema";

/** The state of an invitation link. */
export type InvitationState =
  | { state: "open"; email: string; role: Role; invitedBy: string }
  | { state: "used" | "revoked" | "expired" | "unknown" };

/** The state of the invitation with this token. */
export async function findInvitation(token: string, now: Date): Promise<InvitationState> {
  const found = await db().invitation.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { invitedBy: { select: { name: true } } },
  });
  if (!found) return { state: "unknown" };
  if (found.acceptedAt) return { state: "used" };
  if (found.revokedAt) return { state: "revoked" };
  if (found.expiresAt <= now) return { state: "expired" };
  const { email, role, invitedBy } = found;
  return { state: "open", email, role, invitedBy: invitedBy.name };
}

/**
 * Accepts an invitation: creates the person with their name and password. Returns the email. An invitation
 * can be accepted once. Throws `conflict` if it is not open (reason `invitation_over`) or a person with its
 * email exists (`email_taken`).
 */
export async function acceptInvitation(
  context: Pick<Context, "now" | "newId">,
  { token, name, password }: Pick<AcceptedInvitation, "token" | "name" | "password">,
): Promise<string> {
  const invitationOver = () =>
    new AppError("conflict", "This invitation is no longer open.", [], "invitation_over");
  const now = context.now();
  // Password hashing is expensive: only for a valid link.
  if ((await findInvitation(token, now)).state !== "open") throw invitationOver();
  const hash = await hashPassword(password);
  return transaction(async (tx) => {
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { tokenHash: hashSecret(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (!invitation) throw invitationOver();
    const { email, role } = invitation;
    if (await tx.person.findUnique({ where: { email } })) {
      throw new AppError("conflict", "A person with this email already exists.", [], "email_taken");
    }
    const id = await insertPerson(tx, context, { name, email, role }, hash);
    await appendEvent(tx, { id, name, role }, now, {
      action: "person.create",
      entity: "person",
      entityId: id,
      to: { name, email, role, invitationId: invitation.id },
    });
    return email;
  });
}
