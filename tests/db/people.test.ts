import { verifyPassword } from "better-auth/crypto";
import { describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { authServer } from "@/lib/desk/auth/server";
import { findSessionActor, listSessions, revokeSession } from "@/lib/desk/auth/sessions";
import { editPerson, revokePersonSession } from "@/lib/desk/people/commands";
import { createFirstPeople } from "@/lib/desk/people/first-people";
import { listColleagues, listPeople } from "@/lib/desk/people/queries";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { somebody } from "@/tests/factories/desk";
import { aMember, passwordHash, sessionsOf } from "@/tests/factories/people";
import { untilSomebodyWaits } from "@/tests/factories/waiting";

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

describe("a desk is never without an admin", () => {
  /** One admin with access, and one without. */
  async function lastAdmin() {
    await db().person.updateMany({ where: { role: "admin" }, data: { role: "editor" } });
    const [admin, former] = [await somebody("admin"), await somebody("admin")];
    await db().person.update({ where: { id: idOf(former) }, data: { active: false } });
    return { admin, former };
  }
  const idOf = ({ actor }: Context) => actor?.id ?? "";
  const admins = () => db().person.count({ where: { role: "admin", active: true } });

  test.each([
    ["loses the role", { role: "publisher", active: true }],
    ["loses access", { role: "admin", active: false }],
    ["loses both", { role: "reader", active: false }],
  ] as const)("its last one never %s, whatever admins without access there are", async (_what, change) => {
    const { admin } = await lastAdmin();
    const refused = { code: "conflict", reason: "last_admin" };
    await expect(editPerson(admin, { personId: idOf(admin), ...change })).rejects.toMatchObject(refused);
    expect(await db().person.findUniqueOrThrow({ where: { id: idOf(admin) } })).toMatchObject({
      role: "admin",
      active: true,
    });
  });

  test("an admin may go while another one has access, and the last one may change others", async () => {
    const { admin, former } = await lastAdmin();
    await editPerson(admin, { personId: idOf(former), role: "admin", active: true });
    await editPerson(admin, { personId: idOf(admin), role: "editor", active: true });
    expect(await admins()).toBe(1);
    await editPerson(former, { personId: idOf(admin), role: "publisher", active: false });
    expect(await admins()).toBe(1);
  });

  test("of two who take each other's role away at once, one stays", async () => {
    const { admin, former: other } = await lastAdmin();
    await editPerson(admin, { personId: idOf(other), role: "admin", active: true });
    let [commit, saved] = [() => {}, () => {}];
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const isSaved = new Promise<void>((resolve) => {
      saved = resolve;
    });
    const first = transaction(async () => {
      await editPerson(admin, { personId: idOf(other), role: "editor", active: true });
      saved();
      await committed;
    });
    await isSaved;
    // Looks at the admins before the first change is committed, unless it waits for all of them.
    const second = editPerson(other, { personId: idOf(admin), role: "editor", active: true });
    const refused = expect(second).rejects.toMatchObject({ code: "conflict", reason: "last_admin" });
    await untilSomebodyWaits();
    commit();
    await Promise.all([first, refused]);
    expect(await admins()).toBe(1);
  });
});

test("a change of access is saved, in the log, and ends the sessions of that person alone", async () => {
  const [admin, { id }, other] = [await somebody("admin"), await aMember("editor"), await aMember("editor")];
  for (const person of [id, other.id]) await sessionsOf(person, ["here"]);
  await editPerson(admin, { personId: id, role: "publisher", active: true });
  expect(await db().session.count({ where: { userId: id } })).toBe(1);
  await editPerson(admin, { personId: id, role: "publisher", active: false });
  expect(await db().session.count({ where: { userId: id } })).toBe(0);
  expect(await db().session.count({ where: { userId: other.id } })).toBe(1);
  const events = await db().event.findMany({ where: { entityId: id }, orderBy: { sequence: "asc" } });
  expect(events.map(({ action, actorId, change }) => ({ action, actorId, change }))).toEqual([
    {
      action: "person.edit",
      actorId: admin.actor?.id,
      change: { from: { role: "editor" }, to: { role: "publisher" } },
    },
    {
      action: "person.edit",
      actorId: admin.actor?.id,
      change: { from: { active: true }, to: { active: false } },
    },
  ]);
  await expect(editPerson(admin, { personId: "nobody", role: "editor", active: true })).rejects.toMatchObject(
    {
      code: "not_found",
    },
  );
});

test("colleagues are those with access who are no readers; people are everybody, those with access first", async () => {
  const [admin, gone, reader] = [await somebody("admin"), await somebody("editor"), await somebody("reader")];
  await db().person.update({ where: { id: gone.actor?.id }, data: { active: false } });
  const colleagues = (await listColleagues(admin)).map(({ id }) => id);
  expect(colleagues).toContain(admin.actor?.id);
  for (const { actor } of [gone, reader]) expect(colleagues).not.toContain(actor?.id);
  const people = await listPeople(admin);
  expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining([gone.actor?.id, reader.actor?.id]));
  const access = people.map(({ active }) => active);
  expect(access).toEqual(access.toSorted((a, b) => Number(b) - Number(a)));
});

describe("one's own sessions", () => {
  test("are listed while they last, and of nobody else", async () => {
    const [person, other] = [await aMember("editor"), await aMember("editor")];
    await sessionsOf(person.id, ["here", "over"]);
    await sessionsOf(other.id, ["theirs"]);
    await db().session.update({
      where: { id: `${person.id}-over` },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await listSessions(person)).map(({ id }) => id)).toEqual([`${person.id}-here`]);
    await expect(revokeSession(person, `${other.id}-theirs`)).rejects.toMatchObject({ code: "not_found" });
    expect(await db().session.count({ where: { userId: other.id } })).toBe(1);
    await revokeSession(person, `${person.id}-here`);
    expect(await listSessions(person)).toEqual([]);
  });

  test("sign in until they end, whom they are of, with the role of now", async () => {
    const person = await aMember("editor");
    await sessionsOf(person.id, ["here"]);
    const id = `${person.id}-here`;
    const { expiresAt } = await db().session.findUniqueOrThrow({ where: { id } });
    const at = (ms: number) => findSessionActor(id, new Date(expiresAt.getTime() + ms));
    await db().person.update({ where: { id: person.id }, data: { role: "publisher" } });
    expect(await at(-1)).toEqual({ id: person.id, name: "Rim", role: "publisher" });
    expect(await at(0)).toBeNull();
    await db().person.update({ where: { id: person.id }, data: { active: false } });
    expect(await at(-1)).toBeNull();
    expect(await findSessionActor("nothing", new Date())).toBeNull();
  });
});

test("nobody signs up: people are invited", async () => {
  const body = { name: "Me", email: "me@evil.example", password: "a long password of mine" };
  const answer = await authServer().handler(
    new Request("https://desk.example/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://desk.example" },
      body: JSON.stringify(body),
    }),
  );
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "EMAIL_PASSWORD_SIGN_UP_DISABLED" });
  expect(await db().person.count({ where: { email: "me@evil.example" } })).toBe(0);
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
  await revokePersonSession(admin, `${id}-there`);
  const left = await db().session.findMany({ where: { userId: id } });
  expect(left.map((session) => session.id)).toEqual([`${id}-here`]);
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({ action: "person.end_session", entityId: id, actorId: admin.actor?.id });
  await expect(revokePersonSession(admin, `${id}-there`)).rejects.toMatchObject({ code: "not_found" });
});
