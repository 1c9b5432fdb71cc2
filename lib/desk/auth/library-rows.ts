import { db } from "@/lib/platform/db/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { encrypted } from "./encryption";

/*
 * A person's password and authenticator app in the tables of the auth library, which no other file of ours reads or writes.
 * better-auth 1.7.25 has no interface that
 * - joins a transaction of ours, so that a change and its event are stored together or not at all;
 * - changes the password, the backup codes or the authenticator app of a person without a request of their session, or
 *   keeps that session, as it begins another one;
 * - turns the authenticator app of somebody else off;
 * - shows a secret that waits for its first code again without the password, or lets it expire.
 * tests/db/auth-library.test.ts fails where a new version of the library stores these rows in another way.
 */

const CREDENTIAL = "credential";
// How the library marks a secret that is base32 already, as apps take it.
const BASE32 = "base32:";

/** The hash of a person's password; null for a person without one. */
export async function findPasswordHash(personId: string): Promise<string | null> {
  const where = { providerId_accountId: { providerId: CREDENTIAL, accountId: personId } };
  const account = await db().account.findUnique({ where, select: { password: true } });
  return account?.password ?? null;
}

/** Stores the hash of a person's password; `id` is that of the row, if it is new. */
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

/** Whether signing in asks this person for a code of an authenticator app. */
export async function hasTwoFactor(tx: Pick<Transaction, "twoFactor">, personId: string): Promise<boolean> {
  return (await tx.twoFactor.count({ where: { userId: personId } })) > 0;
}

/** Makes signing in ask this person for a code. `secret` is in base32. */
export async function insertTwoFactor(
  tx: Transaction,
  { id, personId, secret, codes }: { id: string; personId: string; secret: string; codes: string[] },
): Promise<void> {
  const hidden = { secret: await encrypted(BASE32 + secret), backupCodes: await encryptedCodes(codes) };
  await tx.twoFactor.create({ data: { id, userId: personId, ...hidden } });
  await tx.person.update({ where: { id: personId }, data: { twoFactorEnabled: true } });
}

/** Replaces a person's backup codes. Returns whether they have an authenticator app. */
export async function replaceBackupCodes(
  tx: Transaction,
  personId: string,
  codes: string[],
): Promise<boolean> {
  const backupCodes = await encryptedCodes(codes);
  const { count } = await tx.twoFactor.updateMany({ where: { userId: personId }, data: { backupCodes } });
  return count > 0;
}

/** Makes signing in ask this person for no code. Returns whether it did. */
export async function deleteTwoFactor(tx: Transaction, personId: string): Promise<boolean> {
  const { count } = await tx.twoFactor.deleteMany({ where: { userId: personId } });
  await tx.person.update({ where: { id: personId }, data: { twoFactorEnabled: false } });
  return count > 0;
}

const encryptedCodes = (codes: string[]) => encrypted(JSON.stringify(codes));
