import { hashPassword, verifyPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import { countAttempt, forgetAttempts } from "@/lib/desk/auth/attempts";
import { findPasswordHash, storePasswordHash } from "@/lib/desk/auth/library-rows";
import { type Context, requirePerson } from "@/lib/desk/auth/permissions";
import type { ChangedPassword } from "@/lib/desk/auth/schema";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { lockPerson, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { endResets } from "./reset-links";

/**
 * Checks that this is the actor's own password. Throws `unauthenticated` where nobody is signed in, `invalid` on the
 * field where it is not, `rate_limited` as signing in does.
 */
export async function checkOwnPassword(context: Context, password: string, field: string): Promise<void> {
  const actor = requirePerson(context);
  const { email } = await db().person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  await countAttempt("password", email, context.now());
  const hash = await findPasswordHash(actor.id);
  if (!hash || !(await verifyPassword({ hash, password }))) {
    throw new AppError("invalid", "This is not your current password.", [
      { path: field, message: "password_wrong" },
    ]);
  }
  await forgetAttempts("password", email);
}

/**
 * Changes the actor's own password, and ends their links to a new one and their sessions everywhere but in
 * `keptSessionId`. Throws as {@link checkOwnPassword} on `current`.
 */
export async function changeOwnPassword(
  context: Context,
  { current, password }: Pick<ChangedPassword, "current" | "password">,
  keptSessionId: string,
): Promise<void> {
  const actor = requirePerson(context);
  await checkOwnPassword(context, current, "current");
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    await lockPerson(tx, actor.id);
    await setPassword(tx, context, actor.id, hash);
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: keptSessionId } } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.change_password",
      entity: "person",
      entityId: actor.id,
    });
  });
}

/** Sets the hash of a person's password, and ends every link to a new one. The person's row must be held. */
export async function setPassword(
  tx: Transaction,
  context: Pick<Context, "newId">,
  personId: string,
  hash: string,
): Promise<void> {
  await storePasswordHash(tx, { id: context.newId(), personId, hash });
  await endResets(tx, personId);
}
