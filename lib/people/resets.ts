import { hashPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/audit/events";
import { forgetAttempts } from "@/lib/auth/attempts";
import { authorize, type Context } from "@/lib/auth/permissions";
import { hashSecret, newSecret } from "@/lib/auth/secrets";
import { db } from "@/lib/db/client";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { setPassword } from "./passwords";
import type { ChosenPassword } from "./schema";

const HOUR_MS = 60 * 60 * 1000;

/** The token of a link that leads to a new password, which is kept nowhere, and whose it is. */
export type ResetToken = { token: string; email: string };

const identifierOf = (token: string) => `new-password|${hashSecret(token)}`;

/**
 * Makes a link of an hour by which a person chooses a new password; answers its token.
 * Throws `not_found`, and `conflict` for a person without access (reason `no_access_now`).
 */
export async function createReset(context: Context, personId: string): Promise<ResetToken> {
  const actor = authorize(context, "person.manage");
  return transaction(async (tx) => {
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
  const person = await db().person.findUnique({ where: { email, active: true } });
  if (!person) return null;
  return { token: await transaction((tx) => insertReset(tx, context, person.id)), email };
}

/** Whose new password a link leads to; null for a link that was used, has ended, or never was. */
export async function findReset(token: string, now: Date): Promise<{ email: string } | null> {
  const found = await db().verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: now } },
  });
  if (!found) return null;
  return db().person.findUnique({ where: { id: found.value, active: true }, select: { email: true } });
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
  const found = await findReset(token, now);
  if (!found) throw over();
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    const row = await tx.verification.findFirst({
      where: { identifier: identifierOf(token), expiresAt: { gt: now } },
    });
    const { count } = await tx.verification.deleteMany({ where: { id: row?.id ?? "" } });
    const person = row && (await tx.person.findUnique({ where: { id: row.value, active: true } }));
    if (count === 0 || !person) throw over();
    await setPassword(tx, context, person.id, hash);
    await tx.session.deleteMany({ where: { userId: person.id } });
    await tx.verification.deleteMany({
      where: { value: person.id, identifier: { startsWith: "new-password|" } },
    });
    await appendEvent(tx, person, now, {
      action: "person.reset_password",
      entity: "person",
      entityId: person.id,
    });
  });
  await forgetAttempts("password", found.email);
}

async function insertReset(
  tx: Transaction,
  { now, newId }: Pick<Context, "now" | "newId">,
  personId: string,
): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(now().getTime() + HOUR_MS);
  await tx.verification.create({
    data: { id: newId(), identifier: identifierOf(token), value: personId, expiresAt },
  });
  return token;
}
