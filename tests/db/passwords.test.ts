import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { countPasswordAttempt, forgetPasswordAttempts } from "@/lib/auth/attempts";
import type { Context } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { addPerson, changeOwnPassword, editPerson } from "@/lib/people/commands";
import { newPersonSchema } from "@/lib/people/schema";
import { somebody } from "@/tests/factories/desk";

const start = Date.parse("2026-01-01T00:00:00Z");
const minutes = (count: number) => new Date(start + count * 60_000);

/** A person with a password, in two sessions. */
async function aPerson(email: string): Promise<Context & { password: string }> {
  const admin = await somebody("admin");
  const given = newPersonSchema.parse({ name: "Rim", email, role: "editor" });
  const { id, password } = await addPerson(admin, given);
  for (const session of ["here", "there"]) {
    const [name, expiresAt] = [`${id}-${session}`, new Date(Date.now() + 60_000)];
    await db().session.create({ data: { id: name, token: name, userId: id, expiresAt } });
  }
  return { ...admin, actor: { id, name: "Rim", role: "editor" }, password };
}

test("the eleventh attempt within a quarter of an hour is refused, whatever the case of the email", async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    await countPasswordAttempt(attempt % 2 ? "RIM@desk.example" : "rim@desk.example", minutes(attempt));
  }
  await expect(countPasswordAttempt("rim@desk.example", minutes(14))).rejects.toMatchObject({
    code: "rate_limited",
  });
  await countPasswordAttempt("somebody.else@desk.example", minutes(14));
  await countPasswordAttempt("rim@desk.example", minutes(15));
});

test("attempts made at the same moment are all counted, and refused for no other reason", async () => {
  for (let email = 0; email < 10; email++) {
    const attempt = () => countPasswordAttempt(`many.${email}@desk.example`, minutes(0));
    const settled = await Promise.allSettled(Array.from({ length: 12 }, attempt));
    const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(["rate_limited", "rate_limited"]);
  }
});

test("the right password clears the count", async () => {
  for (let attempt = 0; attempt < 10; attempt++) await countPasswordAttempt("c@desk.example", minutes(0));
  await forgetPasswordAttempts("c@desk.example");
  await countPasswordAttempt("c@desk.example", minutes(1));
});

test("a new password of one's own ends the other sessions and is logged without the password", async () => {
  const person = await aPerson("own@desk.example");
  const id = person.actor?.id ?? "";
  await changeOwnPassword(person, { current: person.password, password: "another-password" }, `${id}-here`);
  const account = await db().account.findFirstOrThrow({ where: { userId: id } });
  expect(await verifyPassword({ hash: account.password ?? "", password: "another-password" })).toBe(true);
  const sessions = await db().session.findMany({ where: { userId: id } });
  expect(sessions.map((session) => session.id)).toEqual([`${id}-here`]);
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({ action: "person.change_password", entityId: id, actorId: id });
  expect(JSON.stringify(event.change)).not.toContain("another-password");
});

test("without the old password nothing changes", async () => {
  const person = await aPerson("wrong@desk.example");
  const attempt = changeOwnPassword(person, { current: "not it", password: "another-password" }, "");
  await expect(attempt).rejects.toMatchObject({
    code: "invalid",
    details: [{ path: "current", message: "password_wrong" }],
  });
  expect(await db().session.count({ where: { userId: person.actor?.id } })).toBe(2);
});

test("the auth library begins no session for a person without access", async () => {
  const { authServer } = await import("@/lib/auth/server");
  const admin = await somebody("admin");
  const given = newPersonSchema.parse({ name: "Rim", email: "gone@desk.example", role: "editor" });
  const { id, password } = await addPerson(admin, given);
  const body = { email: "gone@desk.example", password };
  expect((await authServer().api.signInEmail({ body })).user.id).toBe(id);
  await editPerson(admin, { personId: id, role: "editor", active: false });
  await expect(authServer().api.signInEmail({ body })).rejects.toMatchObject({ statusCode: 403 });
  expect(await db().session.count({ where: { userId: id } })).toBe(0);
});
