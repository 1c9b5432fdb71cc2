import { type Action, may, type Role, roles } from "@/lib/desk/auth/permissions";
import { editPerson } from "@/lib/desk/people/commands";
import { type Member, members } from "./staff";

/** Who comes to a door: `role` is null for a visitor, and for somebody whose access was taken away. */
export type Caller = { name: string; role: Role | null; id: string; cookie: string };

/** What a door asks for: a line of the table of permissions, or less. */
export type Right = Action | "everybody" | "whoever is signed in";

/** One person of each role, a visitor, and an editor whose access was taken away after they had signed in. */
export async function makeCallers(): Promise<{ callers: Caller[]; people: Map<Role, Member> }> {
  const people = new Map<Role, Member>();
  for (const role of roles) people.set(role, await onePerson(role));
  const former = await onePerson("editor");
  const admin = people.get("admin")?.context;
  const personId = former.context.actor?.id ?? "";
  if (admin) await editPerson(admin, { personId, role: "editor", active: false });
  const staff = [...people].map(([role, { context, cookie }]) => ({
    name: role,
    role,
    id: context.actor?.id ?? "",
    cookie,
  }));
  const visitor = { name: "visitor", role: null, id: "", cookie: "" };
  const gone = { name: "former editor", role: null, id: personId, cookie: former.cookie };
  return { callers: [...staff, visitor, gone], people };
}

async function onePerson(role: Role): Promise<Member> {
  const [person] = await members(role, 1);
  if (!person) throw new Error("There is nobody.");
  return person;
}

/** Whether the table of permissions lets them in. */
export function isLetIn({ role }: Caller, right: Right): boolean {
  if (right === "everybody") return true;
  if (role === null) return false;
  return right === "whoever is signed in" || may(role, right);
}

/** What is answered to whoever is not let in. */
export function refusalOf({ role }: Caller): number {
  return role === null ? 401 : 403;
}
