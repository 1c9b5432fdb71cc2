import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { appendEvent } from "@/lib/desk/audit/events";
import { transaction } from "@/lib/platform/db/transaction";
import { insertPerson } from "./commands";

/** The people of a new desk. */
export const firstPeople = [
  { role: "admin", name: "Desk Admin", email: "admin@desk.example" },
  { role: "editor", name: "Desk Editor", email: "editor@desk.example" },
  { role: "publisher", name: "Desk Publisher", email: "publisher@desk.example" },
] as const;

type FirstRole = (typeof firstPeople)[number]["role"];

/** One of the people of a new desk, with their password. */
export type FirstPerson = { role: FirstRole; name: string; email: string; password: string };

/**
 * Creates the people of a new desk in one transaction: one of each role, so that a verdict can be proposed
 * and published by different people. Returns them with the given passwords, which are stored as hashes only.
 */
export async function createFirstPeople(passwords: Record<FirstRole, string>): Promise<FirstPerson[]> {
  const people = await Promise.all(
    firstPeople.map(async (person) => ({ ...person, hash: await hashPassword(passwords[person.role]) })),
  );
  const context = { now: () => new Date(), newId: randomUUID };
  await transaction(async (tx) => {
    for (const { hash, ...person } of people) {
      const id = await insertPerson(tx, context, person, hash);
      await appendEvent(tx, null, context.now(), {
        action: "person.create",
        entity: "person",
        entityId: id,
        to: person,
      });
    }
  });
  return people.map(({ role, name, email }) => ({ role, name, email, password: passwords[role] }));
}
