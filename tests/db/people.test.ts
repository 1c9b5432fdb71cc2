import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { editPerson, endSession } from "@/lib/desk/people/commands";
import { createFirstPeople } from "@/lib/desk/people/first-people";
import { listPeople } from "@/lib/desk/people/queries";
import { db } from "@/lib/platform/db/client";
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

test("an admin ends one session of somebody's, which is in the log", async () => {
  const [admin, { id }] = [await somebody("admin"), await aMember("editor")];
  await sessionsOf(id, ["here", "there"]);
  const line = (await listPeople(admin)).find((person) => person.id === id);
  expect(line?.sessions.map((session) => session.id).sort()).toEqual([`${id}-here`, `${id}-there`]);
  await endSession(admin, `${id}-there`);
  const left = await db().session.findMany({ where: { userId: id } });
  expect(left.map((session) => session.id)).toEqual([`${id}-here`]);
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({ action: "person.end_session", entityId: id, actorId: admin.actor?.id });
  await expect(endSession(admin, `${id}-there`)).rejects.toMatchObject({ code: "not_found" });
});
