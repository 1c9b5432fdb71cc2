import { randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { appendEvent, difference } from "@/lib/audit/events";
import { countPasswordAttempt, forgetPasswordAttempts } from "@/lib/auth/attempts";
import { authorize, type Context, type Role, requirePerson } from "@/lib/auth/permissions";
import type { ChangedPassword } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { EditedPerson, NewPerson } from "./schema";

/** A password that nobody has to invent: 24 letters, 144 bits. */
export function newPassword(): string {
  return randomBytes(18).toString("base64url");
}

/** Adds a person; answers the password to hand over, which is kept nowhere else. Throws `conflict` for a known email. */
export async function addPerson(
  context: Context,
  input: NewPerson,
): Promise<{ id: string; password: string }> {
  const actor = authorize(context, "person.manage");
  const password = newPassword();
  const hash = await hashPassword(password);
  return transaction(async (tx) => {
    if (await tx.person.findUnique({ where: { email: input.email } })) {
      throw new AppError("conflict", "A person with this email is there already.", [], "email_taken");
    }
    const id = await insertPerson(tx, context, input, hash);
    await appendEvent(tx, actor, context.now(), {
      action: "person.create",
      entity: "person",
      entityId: id,
      to: input,
    });
    return { id, password };
  });
}

/**
 * Changes a person's role or access; without access all their sessions end at once.
 * Throws `conflict` where no admin would be left.
 */
export async function editPerson(context: Context, { personId, role, active }: EditedPerson): Promise<void> {
  const actor = authorize(context, "person.manage");
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE role = 'admin' ORDER BY id FOR UPDATE`;
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person) throw new AppError("not_found", "There is no such person.");
    const others = await tx.person.count({ where: { role: "admin", active: true, id: { not: personId } } });
    if (others === 0 && (role !== "admin" || !active)) {
      throw new AppError("conflict", "A desk needs an admin.", [], "last_admin");
    }
    await tx.person.update({ where: { id: personId }, data: { role, active } });
    if (!active) await tx.session.deleteMany({ where: { userId: personId } });
    const { from, to } = difference({ role: person.role, active: person.active }, { role, active });
    await appendEvent(tx, actor, context.now(), {
      action: "person.edit",
      entity: "person",
      entityId: personId,
      from,
      to,
    });
  });
}

/** Gives a person a new password and ends their sessions; answers the password. Throws `not_found`. */
export async function resetPassword(context: Context, personId: string): Promise<string> {
  const actor = authorize(context, "person.manage");
  const password = newPassword();
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    if (!(await tx.person.findUnique({ where: { id: personId } }))) {
      throw new AppError("not_found", "There is no such person.");
    }
    await setPassword(tx, context, personId, hash);
    await tx.session.deleteMany({ where: { userId: personId } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.reset_password",
      entity: "person",
      entityId: personId,
    });
  });
  return password;
}

/**
 * Changes the actor's own password and ends their sessions everywhere but in `keptSessionId`. Throws `unauthenticated`
 * where nobody is signed in, `invalid` on `current` where that is not their password, `rate_limited` as signing in does.
 */
export async function changeOwnPassword(
  context: Context,
  { current, password }: Pick<ChangedPassword, "current" | "password">,
  keptSessionId: string,
): Promise<void> {
  const actor = requirePerson(context);
  const { email, accounts } = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, accounts: { where: { providerId: "credential" }, select: { password: true } } },
  });
  await countPasswordAttempt(email, context.now());
  const old = accounts[0]?.password;
  if (!old || !(await verifyPassword({ hash: old, password: current }))) {
    throw new AppError("invalid", "This is not your current password.", [
      { path: "current", message: "password_wrong" },
    ]);
  }
  const hash = await hashPassword(password);
  await transaction(async (tx) => {
    await setPassword(tx, context, actor.id, hash);
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: keptSessionId } } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.change_password",
      entity: "person",
      entityId: actor.id,
    });
  });
  await forgetPasswordAttempts(email);
}

/** A person's row and password account. */
export async function insertPerson(
  tx: Transaction,
  context: Pick<Context, "now" | "newId">,
  { name, email, role }: { name: string; email: string; role: Role },
  passwordHash: string | null,
): Promise<string> {
  const [id, now] = [context.newId(), context.now()];
  await tx.person.create({ data: { id, name, email, role, emailVerified: true, createdAt: now } });
  if (passwordHash) await setPassword(tx, context, id, passwordHash);
  return id;
}

async function setPassword(
  tx: Transaction,
  context: Pick<Context, "newId">,
  userId: string,
  password: string,
) {
  const account = { providerId: "credential", accountId: userId };
  await tx.account.upsert({
    where: { providerId_accountId: account },
    create: { id: context.newId(), ...account, userId, password },
    update: { password },
  });
}
