import { authorize, type Context, type Role } from "@/lib/desk/auth/permissions";
import type { SessionListItem } from "@/lib/desk/auth/sessions";
import { db } from "@/lib/platform/db/client";

/** A person as shown to admins. */
export type PersonListItem = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  /** Whether they sign in with an authenticator app. */
  twoFactor: boolean;
  /** Their sessions, the most recently used first. */
  sessions: SessionListItem[];
};

/** All people: those with access first, by name. */
export async function listPeople(context: Context): Promise<PersonListItem[]> {
  authorize(context, "person.manage");
  const people = await db().person.findMany({
    orderBy: [{ active: "desc" }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      active: true,
      twoFactorEnabled: true,
      sessions: {
        where: { expiresAt: { gt: context.now() } },
        orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
        select: { id: true, createdAt: true, updatedAt: true, userAgent: true },
      },
    },
  });
  return people.map(({ twoFactorEnabled, ...person }) => ({ ...person, twoFactor: twoFactorEnabled }));
}

/** The people to whom a claim can be assigned, by name. */
export async function listColleagues(context: Context): Promise<Array<{ id: string; name: string }>> {
  authorize(context, "desk.read");
  return db().person.findMany({
    where: { active: true, role: { not: "reader" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
