import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Context, Role } from "@/lib/desk/auth/permissions";
import { authServer } from "@/lib/desk/auth/server";
import { insertPerson } from "@/lib/desk/people/commands";
import { transaction } from "@/lib/platform/db/transaction";

const PASSWORD = "a password of the tests";

/** A staff member with a session cookie. */
export type Member = { context: Context; cookie: string };

/** Creates people with one role and signs them in. */
export async function members(role: Role, count: number): Promise<Member[]> {
  const hash = await hashPassword(PASSWORD);
  const made: Member[] = [];
  for (let n = 0; n < count; n++) made.push(await member(role, `${role} ${n}`, hash));
  return made;
}

async function member(role: Role, name: string, passwordHash: string): Promise<Member> {
  const clock = { now: () => new Date(), newId: randomUUID };
  const email = `${randomUUID()}@test.example`;
  const id = await transaction((tx) => insertPerson(tx, clock, { name, email, role }, passwordHash));
  const answer = await authServer().api.signInEmail({
    body: { email, password: PASSWORD },
    asResponse: true,
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { context: { ...clock, actor: { id, name, role } }, cookie };
}

/** The HTTP response of a command or query of the desk. */
export type Answer<T> = { status: number; data: T };

/** Sends a command to the desk over the API. */
export async function send<T = unknown>(
  address: string,
  { cookie }: Member,
  command: string,
  input: object,
): Promise<Answer<T>> {
  const answer = await fetch(`${address}/api/v1/desk/${command}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  return { status: answer.status, data: (await answer.json()).data };
}

/** Loads a claim over the desk's API. */
export async function read<T>(address: string, { cookie }: Member, slug: string): Promise<T> {
  const answer = await fetch(`${address}/api/v1/desk/claims/${encodeURIComponent(slug)}`, {
    headers: { cookie },
  });
  return (await answer.json()).data;
}
