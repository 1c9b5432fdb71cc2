import { hashPassword, verifyPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import { countAttempt, resetAttempts } from "@/lib/desk/auth/attempts";
import { findPasswordHash, storePasswordHash } from "@/lib/desk/auth/auth-tables";
import { type Context, requirePerson } from "@/lib/desk/auth/permissions";
import type { PasswordChange } from "@/lib/desk/auth/schema";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { lockPerson, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { revokeResetLinks } from "./reset-links";

/**
 * Checks the actor's own password. Throws `unauthenticated` if nobody is signed in, `invalid` on `field` for
 * a wrong password, `rate_limited` as signing in does.
 */
export async function checkOwnPassword(context: Context, password: string, field: string): Promise<void> {
  const actor = requirePerson(context);
  const { email } = await db().person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  await countAttempt("password", email, context.now());
  const hash = await findPasswordHash(actor.id);
  if (!hash || !(await verifyPassword({ hash, password }))) {
    throw new AppError("invalid", "Your current password is wrong.", [
      { path: field, message: "password_wrong" },
    ]);
  }
  await resetAttempts("password", email);
}

/**
 * Changes the actor's own password, and revokes their reset links and all sessions except `currentSessionId`.
 * Throws as {@link checkOwnPassword} on `current`.
 */
export async function changeOwnPassword(
  context: Context,
  { current, password }: Pick<PasswordChange, "current" | "password">,
  currentSessionId: string,
): Promise<void> {
  const actor = requirePerson(context);
  await checkOwnPassword(context, current, "current");
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    await lockPerson(tx, actor.id);
    await setPassword(tx, context, actor.id, hash);
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: currentSessionId } } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.change_password",
      entity: "person",
      entityId: actor.id,
    });
  });
}

/** Sets the hash of a person's password and revokes their reset links. The person must be locked. */
export async function setPassword(
  tx: Transaction,
  context: Pick<Context, "newId">,
  personId: string,
  hash: string,
): Promise<void> {
  await storePasswordHash(tx, { id: context.newId(), personId, hash });
  await revokeResetLinks(tx, personId);
}
