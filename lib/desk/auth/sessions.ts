import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { type Actor, type Context, requirePerson } from "./permissions";
import { authServer } from "./server";

/**
 * The session of the request's cookie and its person; null without a valid session or for a person without
 * access.
 */
export async function findSession(
  headers: Headers,
): Promise<{ id: string; actor: Actor; email: string } | null> {
  const session = await authServer().api.getSession({ headers });
  if (!session) return null;
  // Role and access are read on every request, so that a change takes effect at once.
  const person = await db().person.findUnique({ where: { id: session.user.id } });
  if (!person?.active) return null;
  const { id, name, role, email } = person;
  return { id: session.session.id, actor: { id, name, role }, email };
}

/** The person of a session; null for an expired session and for a person without access. */
export async function findSessionActor(sessionId: string, now: Date): Promise<Actor | null> {
  const session = await db().session.findUnique({
    where: { id: sessionId, expiresAt: { gt: now } },
    select: { person: { select: { id: true, name: true, role: true, active: true } } },
  });
  if (!session?.person.active) return null;
  const { id, name, role } = session.person;
  return { id, name, role };
}

/** A session of a person, on one device. */
export type SessionListItem = { id: string; createdAt: Date; updatedAt: Date; userAgent: string | null };

/** The actor's own sessions, the most recently used first. */
export async function listSessions(context: Pick<Context, "actor">): Promise<SessionListItem[]> {
  const actor = requirePerson(context);
  return db().session.findMany({
    where: { userId: actor.id, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
    select: { id: true, createdAt: true, updatedAt: true, userAgent: true },
  });
}

/** Revokes one of the actor's own sessions at once. Throws `not_found` for a session of somebody else. */
export async function revokeSession(context: Pick<Context, "actor">, sessionId: string): Promise<void> {
  const actor = requirePerson(context);
  const { count } = await db().session.deleteMany({ where: { id: sessionId, userId: actor.id } });
  if (count === 0) throw new AppError("not_found", "There is no such session.");
}
