import { hashPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import { forgetAttempts } from "@/lib/desk/auth/attempts";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { lockPerson, transaction } from "@/lib/platform/db/transaction";
import { setPassword } from "./passwords";
import { identifierOf, insertReset } from "./reset-links";
import type { ChosenPassword } from "./schema";

/** The token of a link that leads to a new password, which is kept nowhere, and whose it is. */
export type ResetToken = { token: string; email: string };

/**
 * Makes a link of an hour by which a person chooses a new password; answers its token.
 * Throws `not_found`, and `conflict` for a person without access (reason `no_access_now`).
 */
export async function createReset(context: Context, personId: string): Promise<ResetToken> {
  const actor = authorize(context, "person.manage");
  return transaction(async (tx) => {
    await lockPerson(tx, personId);
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person) throw new AppError("not_found", "There is no such person.");
    if (!person.active) {
      throw new AppError("conflict", "This person has no access at the moment.", [], "no_access_now");
    }
    const token = await insertReset(tx, context, personId);
    await appendEvent(tx, actor, context.now(), {
      action: "person.reset_link",
      entity: "person",
      entityId: personId,
    });
    return { token, email: person.email };
  });
}

/**
 * As {@link createReset} for whoever has forgotten their password, to be mailed and never shown; null where no person
 * with access has this email. Not in the log: it changes nothing, and strangers may ask. Count the attempt before.
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
    return person && { token: await insertReset(tx, context, person.id), email };
  });
}

/** Whose new password a link leads to; null for a link that was used, has ended, or never was. */
export async function findReset(token: string, now: Date): Promise<{ email: string } | null> {
  const person = await personOf(token, now);
  return person && { email: person.email };
}

async function personOf(token: string, now: Date): Promise<{ id: string; email: string } | null> {
  const found = await db().verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: now } },
  });
  if (!found) return null;
  return db().person.findUnique({
    where: { id: found.value, active: true },
    select: { id: true, email: true },
  });
}

/**
 * Gives the person of a link the password they chose, ends all of their sessions, and every such link of theirs.
 * Of several who use one link at once, one succeeds. Throws `conflict` where the link is no good (reason `link_over`).
 */
export async function resetPassword(
  context: Pick<Context, "now" | "newId">,
  { token, password }: Pick<ChosenPassword, "token" | "password">,
): Promise<void> {
  const over = () => new AppError("conflict", "This link is not valid any more.", [], "link_over");
  const now = context.now();
  const found = await personOf(token, now);
  if (!found) throw over();
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    await lockPerson(tx, found.id);
    const { count } = await tx.verification.deleteMany({
      where: { identifier: identifierOf(token), expiresAt: { gt: now } },
    });
    const person = await tx.person.findUnique({ where: { id: found.id, active: true } });
    if (count === 0 || !person) throw over();
    await setPassword(tx, context, person.id, hash);
    await tx.session.deleteMany({ where: { userId: person.id } });
    await appendEvent(tx, person, now, {
      action: "person.reset_password",
      entity: "person",
      entityId: person.id,
    });
  });
  await forgetAttempts("password", found.email);
}
