import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { type Actor, type Context, requirePerson } from "./permissions";
import { authServer } from "./server";

/** Who the request's cookie signs in, with the session's id; null for nobody, and for a person without access. */
export async function findSession(
  headers: Headers,
): Promise<{ id: string; actor: Actor; email: string } | null> {
  const found = await authServer().api.getSession({ headers });
  if (!found) return null;
  // Role and access are read anew each time: a change counts from the next request on.
  const person = await db().person.findUnique({ where: { id: found.user.id } });
  if (!person?.active) return null;
  const { id, name, role, email } = person;
  return { id: found.session.id, actor: { id, name, role }, email };
}

/** Whom a session signs in at this moment; null where it has ended, and for a person without access. */
export async function findSessionActor(sessionId: string, now: Date): Promise<Actor | null> {
  const session = await db().session.findUnique({
    where: { id: sessionId, expiresAt: { gt: now } },
    select: { person: { select: { id: true, name: true, role: true, active: true } } },
  });
  if (!session?.person.active) return null;
  const { id, name, role } = session.person;
  return { id, name, role };
}

/** One place where a person is signed in. */
export type SessionLine = { id: string; createdAt: Date; updatedAt: Date; userAgent: string | null };

/** The actor's own sessions, the latest used first. */
export async function listSessions(context: Pick<Context, "actor">): Promise<SessionLine[]> {
  const actor = requirePerson(context);
  return db().session.findMany({
    where: { userId: actor.id, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
    select: { id: true, createdAt: true, updatedAt: true, userAgent: true },
  });
}

/** Ends one of the actor's own sessions at once. Throws `not_found` for one that is not theirs. */
export async function revokeSession(context: Pick<Context, "actor">, sessionId: string): Promise<void> {
  const actor = requirePerson(context);
  const { count } = await db().session.deleteMany({ where: { id: sessionId, userId: actor.id } });
  if (count === 0) throw new AppError("not_found", "There is no such session.");
}
