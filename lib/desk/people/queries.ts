import { authorize, type Context, type Role } from "@/lib/desk/auth/permissions";
import type { SessionLine } from "@/lib/desk/auth/sessions";
import { db } from "@/lib/platform/db/client";

/** A person of the desk as an admin sees them. */
export type PersonLine = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  /** Whether signing in asks them for a code of an authenticator app. */
  twoFactor: boolean;
  /** Where they are signed in, the latest first. */
  sessions: SessionLine[];
};

/** Everybody, by name. */
export async function listPeople(context: Context): Promise<PersonLine[]> {
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

/** Those whom a claim can be given to. */
export async function listColleagues(context: Context): Promise<Array<{ id: string; name: string }>> {
  authorize(context, "desk.read");
  return db().person.findMany({
    where: { active: true, role: { not: "reader" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
