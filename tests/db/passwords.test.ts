import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { countAttempt, resetAttempts } from "@/lib/desk/auth/attempts";
import { editPerson } from "@/lib/desk/people/commands";
import { changeOwnPassword } from "@/lib/desk/people/passwords";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { aMember, passwordHash, sessionsOf } from "@/tests/factories/people";

const start = Date.parse("2026-01-01T00:00:00Z");
const minutes = (count: number) => new Date(start + count * 60_000);

test("the eleventh attempt within a quarter of an hour is refused, whatever the case of the email", async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    await countAttempt("password", attempt % 2 ? "RIM@desk.example" : "rim@desk.example", minutes(attempt));
  }
  await expect(countAttempt("password", "rim@desk.example", minutes(14))).rejects.toMatchObject({
    code: "rate_limited",
  });
  await countAttempt("password", "somebody.else@desk.example", minutes(14));
  await countAttempt("reset", "rim@desk.example", minutes(14));
  await countAttempt("password", "rim@desk.example", minutes(15));
});

test("attempts made at the same moment are all counted, and refused for no other reason", async () => {
  for (let email = 0; email < 10; email++) {
    const attempt = () => countAttempt("password", `many.${email}@desk.example`, minutes(0));
    const settled = await Promise.allSettled(Array.from({ length: 12 }, attempt));
    const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(["rate_limited", "rate_limited"]);
  }
});

test("the right password clears the count", async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    await countAttempt("password", "c@desk.example", minutes(0));
  }
  await resetAttempts("password", "c@desk.example");
  await countAttempt("password", "c@desk.example", minutes(1));
});

test("a new password of one's own ends the other sessions and is logged without the password", async () => {
  const person = await aMember("editor");
  await sessionsOf(person.id, ["here", "there"]);
  const given = { current: person.password, password: "another-password" };
  await changeOwnPassword(person, given, `${person.id}-here`);
  expect(await verifyPassword({ hash: await passwordHash(person.id), password: "another-password" })).toBe(
    true,
  );
  const sessions = await db().session.findMany({ where: { userId: person.id } });
  expect(sessions.map((session) => session.id)).toEqual([`${person.id}-here`]);
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({
    action: "person.change_password",
    entityId: person.id,
    actorId: person.id,
  });
  expect(JSON.stringify(event.change)).not.toContain("another-password");
});

test("without the old password nothing changes", async () => {
  const person = await aMember("editor");
  await sessionsOf(person.id, ["here", "there"]);
  const attempt = changeOwnPassword(person, { current: "not it", password: "another-password" }, "");
  await expect(attempt).rejects.toMatchObject({
    code: "invalid",
    details: [{ path: "current", message: "password_wrong" }],
  });
  expect(await db().session.count({ where: { userId: person.id } })).toBe(2);
});

test("the auth library begins no session for a person without access", async () => {
  const { authServer } = await import("@/lib/desk/auth/server");
  const { id, email, password } = await aMember("editor");
  const body = { email, password };
  expect((await authServer().api.signInEmail({ body })).user.id).toBe(id);
  await editPerson(await somebody("admin"), { personId: id, role: "editor", active: false });
  await expect(authServer().api.signInEmail({ body })).rejects.toMatchObject({ statusCode: 403 });
  expect(await db().session.count({ where: { userId: id } })).toBe(0);
});
