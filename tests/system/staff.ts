import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Context, Role } from "@/lib/desk/auth/permissions";
import { authServer } from "@/lib/desk/auth/server";
import { insertPerson } from "@/lib/desk/people/commands";
import { transaction } from "@/lib/platform/db/transaction";

const PASSWORD = "a password of the tests";

/** A person of the desk, with the way in that a browser has. */
export type Member = { context: Context; cookie: string };

/** People of one role, signed in. */
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

/** What a command or a query of the desk answered over HTTP. */
export type Answer<T> = { status: number; data: T };

/** Sends a command to the desk, as a program does. */
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

/** Reads a claim of the desk. */
export async function read<T>(address: string, { cookie }: Member, slug: string): Promise<T> {
  const answer = await fetch(`${address}/api/v1/desk/claims/${encodeURIComponent(slug)}`, {
    headers: { cookie },
  });
  return (await answer.json()).data;
}
