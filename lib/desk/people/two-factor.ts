import { appendEvent } from "@/lib/desk/audit/events";
import { newBackupCodes } from "@/lib/desk/auth/backup-codes";
import { decrypted, encrypted } from "@/lib/desk/auth/encryption";
import {
  deleteTwoFactor,
  hasTwoFactor,
  insertTwoFactor,
  replaceBackupCodes,
} from "@/lib/desk/auth/library-rows";
import { authorize, type Context, requirePerson } from "@/lib/desk/auth/permissions";
import { authServer } from "@/lib/desk/auth/server";
import { isTotpCode, newTotpSecret, totpAddress } from "@/lib/desk/auth/totp";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { lockPerson, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { checkOwnPassword } from "./passwords";

const SETUP_MS = 15 * 60 * 1000;

const setupOf = (personId: string) => `two-factor-setup|${personId}`;

/** How it stands with one's authenticator app: off, a secret that waits to be confirmed, or on. */
export type TwoFactorStatus =
  | { state: "off" }
  | { state: "setup"; secret: string; address: string }
  | { state: "on"; codesLeft: number };

/** The actor's own status. `issuer` is how their app is to name this desk. */
export async function getTwoFactor(context: Context, issuer: string): Promise<TwoFactorStatus> {
  const actor = requirePerson(context);
  if (await hasTwoFactor(db(), actor.id)) {
    const { backupCodes } = await authServer().api.viewBackupCodes({ body: { userId: actor.id } });
    return { state: "on", codesLeft: backupCodes.length };
  }
  const secret = await findSetup(actor.id, context.now());
  if (!secret) return { state: "off" };
  const { email } = await db().person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return { state: "setup", secret, address: totpAddress(secret, email, issuer) };
}

/**
 * Begins the set-up: makes a secret that waits a quarter of an hour for its first code, and replaces one that waits.
 * Throws as `checkOwnPassword` on `current`, and `conflict` where it is on already (reason `two_factor_is_on`).
 */
export async function beginTwoFactor(context: Context, { current }: { current: string }): Promise<void> {
  const actor = requirePerson(context);
  await checkOwnPassword(context, current, "current");
  const value = await encrypted(newTotpSecret());
  const expiresAt = new Date(context.now().getTime() + SETUP_MS);
  await transaction(async (tx) => {
    await refuseWhereOn(tx, actor.id);
    await tx.verification.deleteMany({ where: { identifier: setupOf(actor.id) } });
    const identifier = setupOf(actor.id);
    await tx.verification.create({ data: { id: context.newId(), identifier, value, expiresAt } });
  });
}

/**
 * Turns it on with a code of the app; answers backup codes, which are kept encrypted only. The actor's sessions end
 * everywhere but in `keptSessionId`, since they began without a code. Throws `invalid` on `code` for a wrong one, and
 * `conflict` where no set-up waits (reason `two_factor_setup_over`) or it is on already (`two_factor_is_on`).
 */
export async function confirmTwoFactor(
  context: Context,
  { code }: { code: string },
  keptSessionId: string,
): Promise<string[]> {
  const actor = requirePerson(context);
  const secret = await findSetup(actor.id, context.now());
  if (!secret) {
    throw new AppError("conflict", "No set-up waits for a code any more.", [], "two_factor_setup_over");
  }
  if (!isTotpCode(secret, code, context.now())) {
    throw new AppError("invalid", "This is not the code.", [{ path: "code", message: "code_wrong" }]);
  }
  const codes = newBackupCodes();
  await transaction(async (tx) => {
    await refuseWhereOn(tx, actor.id);
    await insertTwoFactor(tx, { id: context.newId(), personId: actor.id, secret, codes });
    await tx.verification.deleteMany({ where: { identifier: setupOf(actor.id) } });
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: keptSessionId } } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.two_factor_on",
      entity: "person",
      entityId: actor.id,
    });
  });
  return codes;
}

/** Replaces the actor's backup codes; answers them, this once. Throws as `checkOwnPassword`, and `not_found` where off. */
export async function renewBackupCodes(
  context: Context,
  { current }: { current: string },
): Promise<string[]> {
  const actor = requirePerson(context);
  await checkOwnPassword(context, current, "current");
  const codes = newBackupCodes();
  await transaction(async (tx) => {
    await lockPerson(tx, actor.id);
    if (!(await replaceBackupCodes(tx, actor.id, codes))) {
      throw new AppError("not_found", "There is no authenticator app to sign in without.");
    }
    await appendEvent(tx, actor, context.now(), {
      action: "person.backup_codes",
      entity: "person",
      entityId: actor.id,
    });
  });
  return codes;
}

/** Turns one's own off. Throws as `checkOwnPassword` on `current`, and `not_found` where it is off. */
export async function turnOffTwoFactor(context: Context, { current }: { current: string }): Promise<void> {
  const actor = requirePerson(context);
  await checkOwnPassword(context, current, "current");
  await transaction(async (tx) => {
    await removeTwoFactor(tx, actor.id);
    await appendEvent(tx, actor, context.now(), {
      action: "person.two_factor_off",
      entity: "person",
      entityId: actor.id,
    });
  });
}

/**
 * Turns it off for somebody who lost their phone, and ends their sessions, of which one may be on it.
 * Throws `not_found` where it is off, and `conflict` for one's own, which asks for the password (reason
 * `two_factor_own`).
 */
export async function takeTwoFactor(context: Context, personId: string): Promise<void> {
  const actor = authorize(context, "person.manage");
  if (personId === actor.id) {
    throw new AppError("conflict", "One's own is turned off with the password.", [], "two_factor_own");
  }
  await transaction(async (tx) => {
    await removeTwoFactor(tx, personId);
    await tx.session.deleteMany({ where: { userId: personId } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.two_factor_off",
      entity: "person",
      entityId: personId,
    });
  });
}

async function removeTwoFactor(tx: Transaction, personId: string): Promise<void> {
  await lockPerson(tx, personId);
  if (await deleteTwoFactor(tx, personId)) return;
  throw new AppError("not_found", "Signing in asks this person for no code.");
}

async function refuseWhereOn(tx: Transaction, personId: string): Promise<void> {
  await lockPerson(tx, personId);
  if (await hasTwoFactor(tx, personId)) {
    throw new AppError("conflict", "It is on already.", [], "two_factor_is_on");
  }
}

/** The secret that waits for its first code. */
async function findSetup(personId: string, now: Date): Promise<string | null> {
  const waiting = await db().verification.findFirst({
    where: { identifier: setupOf(personId), expiresAt: { gt: now } },
  });
  return waiting && decrypted(waiting.value);
}
