import { hashPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import { resetAttempts } from "@/lib/desk/auth/attempts";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { lockPerson, transaction } from "@/lib/platform/db/transaction";
import { setPassword } from "./passwords";
import { insertResetLink, resetIdentifier } from "./reset-links";
import type { PasswordReset } from "./schema";

/** The token of a password reset link, of which only the hash is stored, and the email of its person. */
export type ResetToken = { token: string; email: string };

/**
 * Creates a password reset link for a person, valid for one hour. Returns its token. Throws `not_found`, and
 * `conflict` (reason `no_access_now`) for a person without access.
 */
export async function createResetLink(context: Context, personId: string): Promise<ResetToken> {
  const actor = authorize(context, "person.manage");
  return transaction(async (tx) => {
    await lockPerson(tx, personId);
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person) throw new AppError("not_found", "There is no such person.");
    if (!person.active) {
      throw new AppError("conflict", "This person has no access at the moment.", [], "no_access_now");
    }
    const token = await insertResetLink(tx, context, personId);
    await appendEvent(tx, actor, context.now(), {
      action: "person.reset_link",
      entity: "person",
      entityId: personId,
    });
    return { token, email: person.email };
  });
}

/**
 * As {@link createResetLink} for somebody who forgot their password: mail the link, never show it. Returns
 * null if no person with access has this email. Not logged as an event. Call `countAttempt` first.
 */
export async function requestReset(
  context: Pick<Context, "now" | "newId">,
  email: string,
): Promise<ResetToken | null> {
  return transaction(async (tx) => {
    const known = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (!known) return null;
    await lockPerson(tx, known.id);
    const person = await tx.person.findUnique({ where: { id: known.id, active: true } });
    return person && { token: await insertResetLink(tx, context, person.id), email };
  });
}

/** The person of a reset link; null if it is unknown, used or expired. */
export async function findResetLink(token: string, now: Date): Promise<{ email: string } | null> {
  const person = await findPersonOfLink(token, now);
  return person && { email: person.email };
}

async function findPersonOfLink(token: string, now: Date): Promise<{ id: string; email: string } | null> {
  const found = await db().verification.findFirst({
    where: { identifier: resetIdentifier(token), expiresAt: { gt: now } },
  });
  if (!found) return null;
  return db().person.findUnique({
    where: { id: found.value, active: true },
    select: { id: true, email: true },
  });
}

/**
 * Sets a new password by a reset link, and revokes all sessions and reset links of the person. A link works
 * once. Throws `conflict` (reason `link_over`) for an invalid link.
 */
export async function resetPassword(
  context: Pick<Context, "now" | "newId">,
  { token, password }: Pick<PasswordReset, "token" | "password">,
): Promise<void> {
  const linkOver = () => new AppError("conflict", "This link is no longer valid.", [], "link_over");
  const now = context.now();
  const found = await findPersonOfLink(token, now);
  if (!found) throw linkOver();
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    await lockPerson(tx, found.id);
    const { count } = await tx.verification.deleteMany({
      where: { identifier: resetIdentifier(token), expiresAt: { gt: now } },
    });
    const person = await tx.person.findUnique({ where: { id: found.id, active: true } });
    if (count === 0 || !person) throw linkOver();
    await setPassword(tx, context, person.id, hash);
    await tx.session.deleteMany({ where: { userId: person.id } });
    await appendEvent(tx, person, now, {
      action: "person.reset_password",
      entity: "person",
      entityId: person.id,
    });
  });
  await resetAttempts("password", found.email);
}
