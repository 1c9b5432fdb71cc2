import { hashPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import type { Context, Role } from "@/lib/desk/auth/permissions";
import { hashSecret } from "@/lib/desk/auth/secrets";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { insertPerson } from "./commands";
import type { AcceptedInvitation } from "./schema";

/** What a link of an invitation leads to: an open invitation, or why there is none any more. */
export type InvitationState =
  | { state: "open"; email: string; role: Role; invitedBy: string }
  | { state: "used" | "revoked" | "expired" | "unknown" };

/** The invitation of a link's token. */
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
 * Makes the person that a link invites, with the name and password they choose; answers the email to sign in with.
 * Of several who accept one link at once, one succeeds. Throws `conflict` where the invitation is not open any more
 * (reason `invitation_over`), and where somebody with its email is there by now (`email_taken`).
 */
export async function acceptInvitation(
  context: Pick<Context, "now" | "newId">,
  { token, name, password }: Pick<AcceptedInvitation, "token" | "name" | "password">,
): Promise<string> {
  const over = () => new AppError("conflict", "This invitation is not open any more.", [], "invitation_over");
  const now = context.now();
  // Hashing a password is dear: only for those who hold an open link.
  if ((await findInvitation(token, now)).state !== "open") throw over();
  const hash = await hashPassword(password);
  return transaction(async (tx) => {
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { tokenHash: hashSecret(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (!invitation) throw over();
    const { email, role } = invitation;
    if (await tx.person.findUnique({ where: { email } })) {
      throw new AppError("conflict", "A person with this email is there already.", [], "email_taken");
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
