import { hashPassword } from "better-auth/crypto";
import { getAuthTables } from "better-auth/db";
import { expect, test } from "vitest";
import {
  deleteTwoFactor,
  findPasswordHash,
  insertTwoFactor,
  replaceBackupCodes,
  storePasswordHash,
} from "@/lib/desk/auth/auth-tables";
import { decryptText } from "@/lib/desk/auth/encryption";
import { consume } from "@/lib/desk/auth/rate-limit";
import { authServer } from "@/lib/desk/auth/server";
import { newTotpSecret, totpCode } from "@/lib/desk/auth/totp";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { aMember, type Member } from "@/tests/factories/people";

// What lib/desk/auth/auth-tables.ts and prisma/schema.prisma rely on. Where one of these fails after an upgrade of better-auth,
// read its release notes, then change both.

/** The headers of a request that is signed in by the library itself. */
async function signedIn({ email, password }: Pick<Member, "email" | "password">): Promise<Headers> {
  const { headers } = await authServer().api.signInEmail({ body: { email, password }, returnHeaders: true });
  const cookie = headers.getSetCookie().map((line) => line.split(";")[0]);
  return new Headers({ cookie: cookie.join("; ") });
}

const fieldsOfTables = {
  person: "name email emailVerified image? createdAt updatedAt twoFactorEnabled? role active",
  session: "expiresAt token createdAt updatedAt ipAddress? userAgent? userId",
  account:
    "accountId providerId userId accessToken? refreshToken? idToken? accessTokenExpiresAt? refreshTokenExpiresAt? scope? " +
    "password? createdAt updatedAt",
  verification: "identifier value expiresAt createdAt updatedAt",
  twoFactor: "secret backupCodes userId verified? failedVerificationCount? lockedUntil?",
};

test("the library has these tables with these fields, of which those with a question mark may be missing", () => {
  const tables = Object.values(getAuthTables(authServer().options)).map(({ modelName, fields }) => {
    const names = Object.entries(fields).map(([name, { required }]) => (required ? name : `${name}?`));
    return [modelName, names.sort()];
  });
  const expected = Object.entries(fieldsOfTables).map(([table, names]) => [table, names.split(" ").sort()]);
  expect(Object.fromEntries(tables)).toEqual(Object.fromEntries(expected));
});

test("a password whose hash was stored signs in, and is found where the library stores its own", async () => {
  const person = await aMember("editor");
  const hash = await hashPassword("another password");
  await transaction((tx) => storePasswordHash(tx, { id: "unused", personId: person.id, hash }));
  expect(await findPasswordHash(person.id)).toBe(hash);
  const headers = await signedIn({ email: person.email, password: "another password" });
  const body = { currentPassword: "another password", newPassword: "one of the library" };
  await authServer().api.changePassword({ body, headers });
  const stored = await findPasswordHash(person.id);
  expect(stored).not.toBe(hash);
  await signedIn({ email: person.email, password: "one of the library" });
  expect(await db().account.count({ where: { userId: person.id } })).toBe(1);
});

test("the library reads, replaces and deletes the authenticator app that was stored", async () => {
  const { api } = authServer();
  const person = await aMember("editor");
  const headers = await signedIn(person);
  const secret = newTotpSecret();
  const app = { id: `${person.id}-app`, personId: person.id, secret, codes: ["one", "two"] };
  await transaction((tx) => insertTwoFactor(tx, app));
  const codes = async () => (await api.viewBackupCodes({ body: { userId: person.id } })).backupCodes;
  expect(await codes()).toEqual(["one", "two"]);
  const { password } = person;
  const { totpURI } = await api.getTOTPURI({ body: { password }, headers });
  expect(new URL(totpURI).searchParams.get("secret")).toBe(secret);
  await api.verifyTOTP({ body: { code: totpCode(secret, new Date()) }, headers });
  const { backupCodes } = await api.generateBackupCodes({ body: { password }, headers });
  expect(await codes()).toEqual(backupCodes);
  expect(await transaction((tx) => replaceBackupCodes(tx, person.id, ["three"]))).toBe(true);
  expect(await codes()).toEqual(["three"]);
  await api.disableTwoFactor({ body: { password }, headers });
  expect(await db().twoFactor.count({ where: { userId: person.id } })).toBe(0);
  expect(await transaction((tx) => replaceBackupCodes(tx, person.id, ["four"]))).toBe(false);
});

test("an authenticator app that the library stored has the same form, and can be deleted", async () => {
  const { api } = authServer();
  const person = await aMember("editor");
  const headers = await signedIn(person);
  const { password } = person;
  const enabled = await api.enableTwoFactor({ body: { password, method: "totp" }, headers });
  const row = await db().twoFactor.findFirstOrThrow({ where: { userId: person.id } });
  const codes = "backupCodes" in enabled ? enabled.backupCodes : [];
  expect(JSON.parse(await decryptText(row.backupCodes))).toEqual(codes);
  expect(await decryptText(row.secret)).toHaveLength(32);
  expect(row).toMatchObject({ verified: false, failedVerificationCount: 0, lockedUntil: null });
  expect(await transaction((tx) => deleteTwoFactor(tx, person.id))).toBe(true);
  await expect(api.viewBackupCodes({ body: { userId: person.id } })).rejects.toMatchObject({
    body: { code: "BACKUP_CODES_NOT_ENABLED" },
  });
});

test("the library counts its attempts by address in the storage given to it", async () => {
  const attempt = () =>
    authServer().handler(
      new Request(`${env().BASE_URL}/api/auth/sign-out`, {
        method: "POST",
        headers: {
          origin: env().BASE_URL,
          "x-forwarded-for": "192.0.2.7",
          "content-type": "application/json",
        },
        body: "{}",
      }),
    );
  expect((await attempt()).status).toBe(200);
  const [row] = await db().rateLimit.findMany({ where: { key: { contains: "192.0.2.7" } } });
  expect(row).toMatchObject({ key: "192.0.2.7|/sign-out", count: 1 });
  for (let times = 1; times < 100; times++) await consume(row?.key ?? "", { window: 60, max: 100 });
  const refused = await attempt();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("x-retry-after"))).toBeGreaterThan(0);
});

test("a window ends when it is over, and windows that have ended are removed", async () => {
  const [rule, start] = [{ window: 10, max: 2 }, Date.now()];
  const at = (seconds: number) => consume("tests", rule, new Date(start + seconds * 1000));
  const all = [await at(0), await at(6), await at(9.5), await at(10)];
  expect(all.map(({ allowed }) => allowed)).toEqual([true, true, false, true]);
  expect(all[2]?.retryAfter).toBe(1);
  await consume("others", rule, new Date(start + 20_000));
  expect(await db().rateLimit.findUnique({ where: { key: "tests" } })).toBeNull();
});
