import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { addPerson, editPerson, resetPassword } from "@/lib/people/commands";
import { createFirstPeople } from "@/lib/people/first-people";
import { newPersonSchema } from "@/lib/people/schema";
import { somebody } from "@/tests/factories/desk";

const newcomer = (email: string) => newPersonSchema.parse({ name: "Rim", email, role: "editor" });

async function passwordHash(personId: string): Promise<string> {
  return (await db().account.findFirstOrThrow({ where: { userId: personId } })).password ?? "";
}

test("a password is kept as a hash only, and fits", async () => {
  const admin = await somebody("admin");
  const { id, password } = await addPerson(admin, newcomer("Rim@Desk.example"));
  const hash = await passwordHash(id);
  expect(hash).not.toContain(password);
  expect(await verifyPassword({ hash, password })).toBe(true);
  const again = await resetPassword(admin, id);
  expect(await verifyPassword({ hash: await passwordHash(id), password: again })).toBe(true);
});

test("an email is one person's, whatever its case", async () => {
  const admin = await somebody("admin");
  await addPerson(admin, newcomer("one@desk.example"));
  await expect(addPerson(admin, newcomer("ONE@desk.example"))).rejects.toMatchObject({
    reason: "email_taken",
  });
});

test("losing access ends every session at once", async () => {
  const admin = await somebody("admin");
  const { id } = await addPerson(admin, newcomer("two@desk.example"));
  await db().session.create({
    data: { id: "s", token: "t", userId: id, expiresAt: new Date(Date.now() + 60_000) },
  });
  await editPerson(admin, { personId: id, role: "editor", active: false });
  expect(await db().session.count({ where: { userId: id } })).toBe(0);
});

test("the last admin stays one", async () => {
  const admin = await somebody("admin");
  await db().person.updateMany({ where: { id: { not: admin.actor?.id } }, data: { role: "editor" } });
  const change = { personId: admin.actor?.id ?? "", role: "editor" as const, active: true };
  await expect(editPerson(admin, change)).rejects.toMatchObject({ reason: "last_admin" });
});

test("the first people are one of each role that a verdict needs", async () => {
  const people = await createFirstPeople({
    admin: "a".repeat(20),
    editor: "b".repeat(20),
    publisher: "c".repeat(20),
  });
  expect(people.map(({ role }) => role)).toEqual(["admin", "editor", "publisher"]);
  const editor = await db().person.findUniqueOrThrow({ where: { email: people[1]?.email } });
  expect(await verifyPassword({ hash: await passwordHash(editor.id), password: "b".repeat(20) })).toBe(true);
});
