import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { editPerson } from "@/lib/people/commands";
import { createFirstPeople } from "@/lib/people/first-people";
import { somebody } from "@/tests/factories/desk";
import { aMember, passwordHash, sessionsOf } from "@/tests/factories/people";

test("losing access ends every session at once", async () => {
  const [admin, { id }] = [await somebody("admin"), await aMember("editor")];
  await sessionsOf(id, ["here", "there"]);
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
