import { appendEvent, diffFields } from "@/lib/desk/audit/events";
import { authorize, type Context, type Role } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { setPassword } from "./passwords";
import { revokeResetLinks } from "./reset-links";
import type { EditedPerson } from "./schema";

/**
 * Changes a person's role or access. Removing access revokes all their sessions and reset links. Throws
 * `conflict` if somebody else changed the person since `was` was read, or if no admin would be left.
 */
export async function editPerson(context: Context, input: EditedPerson): Promise<void> {
  const actor = authorize(context, "person.manage");
  const { personId, role, active, was } = input;
  await transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT id FROM person WHERE role = 'admin' OR id = ${personId} ORDER BY id FOR NO KEY UPDATE`;
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person) throw new AppError("not_found", "There is no such person.");
    if (was && (was.role !== person.role || was.active !== person.active)) {
      throw new AppError("conflict", "Somebody else changed this person's role or access meanwhile.");
    }
    const others = await tx.person.count({ where: { role: "admin", active: true, id: { not: personId } } });
    if (others === 0 && (role !== "admin" || !active)) {
      throw new AppError("conflict", "A desk needs an admin.", [], "last_admin");
    }
    await tx.person.update({ where: { id: personId }, data: { role, active } });
    if (!active) {
      await tx.session.deleteMany({ where: { userId: personId } });
      await revokeResetLinks(tx, personId);
    }
    const { from, to } = diffFields({ role: person.role, active: person.active }, { role, active });
    await appendEvent(tx, actor, context.now(), {
      action: "person.edit",
      entity: "person",
      entityId: personId,
      from,
      to,
    });
  });
}

/** Revokes a session of any person at once. Throws `not_found`. */
export async function revokePersonSession(context: Context, sessionId: string): Promise<void> {
  const actor = authorize(context, "person.manage");
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { userId: true } });
    const { count } = await tx.session.deleteMany({ where: { id: sessionId } });
    if (!session || count === 0) throw new AppError("not_found", "There is no such session.");
    await appendEvent(tx, actor, context.now(), {
      action: "person.end_session",
      entity: "person",
      entityId: session.userId,
    });
  });
}

/** Inserts a person and, if given, their password. Returns the id. */
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
