import { randomUUID } from "node:crypto";
import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { editPerson } from "@/lib/desk/people/commands";
import { createResetLink, findResetLink, requestReset, resetPassword } from "@/lib/desk/people/resets";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { aMember, passwordHash, sessionsOf } from "@/tests/factories/people";

const start = Date.parse("2026-01-01T00:00:00Z");
const minutes = (count: number) => new Date(start + count * 60_000);
const clock = (count: number) => ({ now: () => minutes(count), newId: randomUUID });
const PASSWORD = "chosen by a link";

test("an admin's link leads to a new password once, within the hour, and ends all sessions", async () => {
  const [admin, person] = [await somebody("admin", () => minutes(0)), await aMember("editor")];
  await sessionsOf(person.id, ["here", "there"]);
  const { token, email } = await createResetLink(admin, person.id);
  const other = await createResetLink(admin, person.id);
  expect(email).toBe(person.email);
  expect(await findResetLink(token, minutes(59))).toEqual({ email });
  expect(await findResetLink(token, minutes(60))).toBeNull();
  await resetPassword(clock(59), { token, password: PASSWORD });
  expect(await verifyPassword({ hash: await passwordHash(person.id), password: PASSWORD })).toBe(true);
  expect(await db().session.count({ where: { userId: person.id } })).toBe(0);
  for (const used of [token, other.token, "nonsense"]) {
    await expect(resetPassword(clock(59), { token: used, password: PASSWORD })).rejects.toMatchObject({
      reason: "link_over",
    });
  }
  const events = await db().event.findMany({ where: { entityId: person.id }, orderBy: { sequence: "asc" } });
  expect(events.map(({ action }) => action)).toEqual([
    "person.reset_link",
    "person.reset_link",
    "person.reset_password",
  ]);
  expect(events.at(-1)?.actorId).toBe(person.id);
  const kept = JSON.stringify([events.map(({ change }) => change), await db().verification.findMany()]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(PASSWORD);
});

test("of many who use one link at once, one sets the password", async () => {
  const person = await aMember("editor");
  const reset = await requestReset(clock(0), person.email);
  const attempts = Array.from({ length: 6 }, (_, n) =>
    resetPassword(clock(1), { token: reset?.token ?? "", password: `${PASSWORD} ${n}` }),
  );
  const settled = await Promise.allSettled(attempts);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("nobody gets a link for an email that is nobody's, or of a person without access", async () => {
  const [admin, person] = [await somebody("admin", () => minutes(0)), await aMember("editor")];
  const reset = await requestReset(clock(0), person.email);
  expect(await requestReset(clock(0), "nobody@desk.example")).toBeNull();
  await editPerson(admin, { personId: person.id, role: "editor", active: false });
  expect(await requestReset(clock(0), person.email)).toBeNull();
  await expect(createResetLink(admin, person.id)).rejects.toMatchObject({ reason: "no_access_now" });
  // Nor does one from before work.
  expect(await findResetLink(reset?.token ?? "", minutes(1))).toBeNull();
  await expect(
    resetPassword(clock(1), { token: reset?.token ?? "", password: PASSWORD }),
  ).rejects.toMatchObject({ reason: "link_over" });
});
