import { authorize, type Context, type Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";

/** A person of the desk as an admin sees them. */
export type PersonLine = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  sessions: number;
};

/** Everybody, by name. */
export async function listPeople(context: Context): Promise<PersonLine[]> {
  authorize(context, "person.manage");
  const people = await db().person.findMany({
    orderBy: [{ active: "desc" }, { name: "asc" }, { id: "asc" }],
    include: { _count: { select: { sessions: true } } },
  });
  return people.map(({ id, name, email, role, active, _count }) => ({
    id,
    name,
    email,
    role,
    active,
    sessions: _count.sessions,
  }));
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
