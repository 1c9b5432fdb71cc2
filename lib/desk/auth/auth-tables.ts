import { db } from "@/lib/platform/db/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { encryptText } from "./encryption";

/*
 * Passwords and authenticator apps in the tables of the auth library; no other file reads or writes these
 * tables. better-auth 1.7.25 has no API that
 * - joins our transaction, so that a change and its event are stored together or not at all;
 * - changes a person's password, backup codes or authenticator app without a request of their session, or
 *   leaves that session in place;
 * - turns off the authenticator app of another person;
 * - shows an unconfirmed secret again without the password, or lets it expire.
 * tests/db/auth-library.test.ts fails if a new version of the library stores these rows differently.
 */

const CREDENTIAL = "credential";
// The library's prefix for a secret that is already base32.
const BASE32 = "base32:";

/** The hash of a person's password; null for a person without one. */
export async function findPasswordHash(personId: string): Promise<string | null> {
  const where = { providerId_accountId: { providerId: CREDENTIAL, accountId: personId } };
  const account = await db().account.findUnique({ where, select: { password: true } });
  return account?.password ?? null;
}

/** Stores the hash of a person's password; `id` is used if the row is new. */
export async function storePasswordHash(
  tx: Transaction,
  { id, personId, hash }: { id: string; personId: string; hash: string },
): Promise<void> {
  const account = { providerId: CREDENTIAL, accountId: personId };
  await tx.account.upsert({
    where: { providerId_accountId: account },
    create: { id, ...account, userId: personId, password: hash },
    update: { password: hash },
  });
}

/** Whether this person signs in with an authenticator app. */
export async function hasTwoFactor(tx: Pick<Transaction, "twoFactor">, personId: string): Promise<boolean> {
  return (await tx.twoFactor.count({ where: { userId: personId } })) > 0;
}

/** Turns on two-factor authentication for a person. `secret` is base32. */
export async function insertTwoFactor(
  tx: Transaction,
  { id, personId, secret, codes }: { id: string; personId: string; secret: string; codes: string[] },
): Promise<void> {
  const encrypted = { secret: await encryptText(BASE32 + secret), backupCodes: await encryptCodes(codes) };
  await tx.twoFactor.create({ data: { id, userId: personId, ...encrypted } });
  await tx.person.update({ where: { id: personId }, data: { twoFactorEnabled: true } });
}

/** Replaces a person's backup codes. Returns false if they have no authenticator app. */
export async function replaceBackupCodes(
  tx: Transaction,
  personId: string,
  codes: string[],
): Promise<boolean> {
  const backupCodes = await encryptCodes(codes);
  const { count } = await tx.twoFactor.updateMany({ where: { userId: personId }, data: { backupCodes } });
  return count > 0;
}

/** Turns off two-factor authentication for a person. Returns whether it was on. */
export async function deleteTwoFactor(tx: Transaction, personId: string): Promise<boolean> {
  const { count } = await tx.twoFactor.deleteMany({ where: { userId: personId } });
  await tx.person.update({ where: { id: personId }, data: { twoFactorEnabled: false } });
  return count > 0;
}

const encryptCodes = (codes: string[]) => encryptText(JSON.stringify(codes));
