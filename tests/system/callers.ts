import type { Role } from "@/lib/desk/auth/permissions";
import { editPerson } from "@/lib/desk/people/commands";
import { allRoles } from "@/tests/factories/rights";
import { type Member, members } from "./staff";

/** A caller of an entry point; `role` is null for a visitor and for a person without access. */
export type Caller = { name: string; role: Role | null; id: string; cookie: string };

/** The callers that an entry point allows. */
export type AccessRule = readonly Role[] | "everybody" | "signed in";

/** Creates one person per role, a visitor, and a signed-in editor whose access was then removed. */
export async function createCallers(): Promise<{ callers: Caller[]; people: Map<Role, Member> }> {
  const people = new Map<Role, Member>();
  for (const role of allRoles) people.set(role, await onePerson(role));
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
  if (!person) throw new Error("No person was created.");
  return person;
}

/** Whether the caller is allowed. */
export function hasAccess({ role }: Caller, right: AccessRule): boolean {
  if (right === "everybody") return true;
  if (role === null) return false;
  return right === "signed in" || right.includes(role);
}

/** The expected status for a caller who is not allowed. */
export function expectedRefusal({ role }: Caller): number {
  return role === null ? 401 : 403;
}
