import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Context, Role } from "@/lib/desk/auth/permissions";
import { insertPerson } from "@/lib/desk/people/commands";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";

/** Somebody of the desk who can sign in. */
export type Member = Context & { id: string; email: string; password: string };

/** A person with a password. */
export async function aMember(role: Role, email = `${randomUUID()}@test.example`): Promise<Member> {
  const [password, name] = ["a password of the tests", "Rim"];
  const clock = { now: () => new Date(), newId: randomUUID };
  const hash = await hashPassword(password);
  const id = await transaction((tx) => insertPerson(tx, clock, { name, email, role }, hash));
  return { ...clock, actor: { id, name, role }, id, email, password };
}

/** Sessions of a person, one by each of these names. */
export async function sessionsOf(personId: string, names: string[]): Promise<void> {
  const expiresAt = new Date(Date.now() + 60_000);
  for (const name of names) {
    const id = `${personId}-${name}`;
    await db().session.create({ data: { id, token: id, userId: personId, expiresAt } });
  }
}

/** The hash of a person's password. */
export async function passwordHash(personId: string): Promise<string> {
  return (await db().account.findFirstOrThrow({ where: { userId: personId } })).password ?? "";
}
