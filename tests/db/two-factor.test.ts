import { parseSetCookieHeader } from "better-auth/cookies";
import { expect, test } from "vitest";
import { authServer } from "@/lib/desk/auth/server";
import { totpCode } from "@/lib/desk/auth/totp";
import { editPerson } from "@/lib/desk/people/commands";
import {
  beginTwoFactor,
  confirmTwoFactor,
  disableTwoFactor,
  getTwoFactor,
  renewBackupCodes,
  turnOffTwoFactor,
} from "@/lib/desk/people/two-factor";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { aMember, type Member, sessionsOf } from "@/tests/factories/people";

/** The secret that waits for its first code. */
async function begun(person: Member): Promise<string> {
  await beginTwoFactor(person, { current: person.password });
  const status = await getTwoFactor(person, "desk.example");
  if (status.state !== "setup") throw new Error("No set-up waits.");
  expect(status.address).toContain(`secret=${status.secret}`);
  return status.secret;
}

/** Somebody with an authenticator app. */
async function withApp(keptSession = "") {
  const person = await aMember("editor");
  const secret = await begun(person);
  const codes = await confirmTwoFactor(person, { code: totpCode(secret, new Date()) }, keptSession);
  return { person, secret, codes };
}

/** Asks the auth library as the sign-in pages do; answers what it says and its cookies. */
async function ask(path: string, body: object, cookie = "") {
  const answer = await authServer().handler(
    new Request(`${env().BASE_URL}/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: env().BASE_URL, cookie },
      body: JSON.stringify(body),
    }),
  );
  const set = parseSetCookieHeader(answer.headers.get("set-cookie") ?? "");
  const kept = [...set].filter(([, { value }]) => value !== "");
  const cookies = kept.map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  return { status: answer.status, said: await answer.json(), cookies };
}

const firstStep = ({ email, password }: Member) => ask("/sign-in/email", { email, password });
const sessions = (person: Member) => db().session.count({ where: { userId: person.id } });

test("with an app, the password alone begins no session, and a code of the app does", async () => {
  const { person, secret } = await withApp();
  const { said, cookies } = await firstStep(person);
  expect(said).toMatchObject({ twoFactorRedirect: true });
  expect(await sessions(person)).toBe(0);
  expect((await ask("/two-factor/verify-totp", { code: "000000" }, cookies)).said.code).toBe("INVALID_CODE");
  expect(await sessions(person)).toBe(0);
  const code = totpCode(secret, new Date());
  expect((await ask("/two-factor/verify-totp", { code }, "")).status).toBe(401);
  expect((await ask("/two-factor/verify-totp", { code }, cookies)).status).toBe(200);
  expect(await sessions(person)).toBe(1);
});

test("a backup code signs in one time, and new ones end the old", async () => {
  const { person, codes } = await withApp();
  const attempt = async (code = "") =>
    (await ask("/two-factor/verify-backup-code", { code }, (await firstStep(person)).cookies)).status;
  expect(codes).toHaveLength(10);
  expect(await attempt(codes[0])).toBe(200);
  expect(await attempt(codes[0])).toBe(401);
  expect(await getTwoFactor(person, "")).toEqual({ state: "on", codesLeft: 9 });
  const renewed = await renewBackupCodes(person, { current: person.password });
  expect(await attempt(codes[1])).toBe(401);
  expect(await attempt(renewed[1])).toBe(200);
});

test("five wrong codes ask for the password again", async () => {
  const { person, secret } = await withApp();
  const { cookies } = await firstStep(person);
  for (let wrong = 0; wrong < 5; wrong++) await ask("/two-factor/verify-totp", { code: "000000" }, cookies);
  const { status } = await ask("/two-factor/verify-totp", { code: totpCode(secret, new Date()) }, cookies);
  expect(status).not.toBe(200);
  expect(await sessions(person)).toBe(0);
});

test("it is on after its first code only, and other sessions end then", async () => {
  const person = await aMember("editor");
  await sessionsOf(person.id, ["here", "there"]);
  const secret = await begun(person);
  expect((await firstStep(person)).said).not.toHaveProperty("twoFactorRedirect");
  await expect(confirmTwoFactor(person, { code: "000000" }, "")).rejects.toMatchObject({ code: "invalid" });
  const late = { ...person, now: () => new Date(Date.now() + 15 * 60_000) };
  const code = totpCode(secret, late.now());
  await expect(confirmTwoFactor(late, { code }, "")).rejects.toMatchObject({
    reason: "two_factor_setup_over",
  });
  await confirmTwoFactor(person, { code: totpCode(secret, new Date()) }, `${person.id}-here`);
  const left = await db().session.findMany({ where: { userId: person.id } });
  expect(left.map(({ id }) => id)).toEqual([`${person.id}-here`]);
  const attempt = beginTwoFactor(person, { current: person.password });
  await expect(attempt).rejects.toMatchObject({ reason: "two_factor_is_on" });
});

test("neither secret nor backup codes are readable in the database", async () => {
  const { secret, codes } = await withApp();
  const kept = JSON.stringify([
    await db().twoFactor.findMany(),
    await db().verification.findMany(),
    (await db().event.findMany()).map(({ change }) => change),
  ]);
  for (const text of [secret, ...codes]) expect(kept).not.toContain(text);
});

test("turning it off needs the password", async () => {
  const { person } = await withApp();
  for (const change of [turnOffTwoFactor, renewBackupCodes]) {
    await expect(change(person, { current: "not it" })).rejects.toMatchObject({ code: "invalid" });
  }
  await turnOffTwoFactor(person, { current: person.password });
  expect(await getTwoFactor(person, "")).toEqual({ state: "off" });
  expect((await firstStep(person)).said).not.toHaveProperty("twoFactorRedirect");
});

test("an admin turns it off for somebody who lost the phone, which ends their sessions and is in the log", async () => {
  const [{ person }, admin] = [await withApp(), await somebody("admin")];
  await sessionsOf(person.id, ["phone"]);
  await disableTwoFactor(admin, person.id);
  expect(await sessions(person)).toBe(0);
  expect((await firstStep(person)).said).not.toHaveProperty("twoFactorRedirect");
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({
    action: "person.two_factor_off",
    entityId: person.id,
    actorId: admin.actor?.id,
  });
  await expect(disableTwoFactor(admin, person.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(disableTwoFactor(admin, admin.actor?.id ?? "")).rejects.toMatchObject({
    reason: "two_factor_own",
  });
});

test("nobody whose access was taken away between the two steps gets in", async () => {
  const { person, secret } = await withApp();
  const { cookies } = await firstStep(person);
  await editPerson(await somebody("admin"), { personId: person.id, role: "editor", active: false });
  const { status } = await ask("/two-factor/verify-totp", { code: totpCode(secret, new Date()) }, cookies);
  expect(status).toBe(403);
  expect(await sessions(person)).toBe(0);
});
