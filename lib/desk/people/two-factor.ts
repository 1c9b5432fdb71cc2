import { appendEvent } from "@/lib/desk/audit/events";
import {
  deleteTwoFactor,
  hasTwoFactor,
  insertTwoFactor,
  replaceBackupCodes,
} from "@/lib/desk/auth/auth-tables";
import { newBackupCodes } from "@/lib/desk/auth/backup-codes";
import { decryptText, encryptText } from "@/lib/desk/auth/encryption";
import { authorize, type Context, requirePerson } from "@/lib/desk/auth/permissions";
import { authServer } from "@/lib/desk/auth/server";
import { isTotpCode, newTotpSecret, totpUri } from "@/lib/desk/auth/totp";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { lockPerson, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { checkOwnPassword } from "./passwords";

const SETUP_MS = 15 * 60 * 1000;

const setupIdentifier = (personId: string) => `two-factor-setup|${personId}`;

/** The state of a person's authenticator app: off, a secret to be confirmed, or on. */
export type TwoFactorStatus =
  | { state: "off" }
  | { state: "setup"; secret: string; address: string }
  | { state: "on"; codesLeft: number };

/** The actor's own status. `issuer` is the name of this desk in the authenticator app. */
export async function getTwoFactor(context: Context, issuer: string): Promise<TwoFactorStatus> {
  const actor = requirePerson(context);
  if (await hasTwoFactor(db(), actor.id)) {
    const { backupCodes } = await authServer().api.viewBackupCodes({ body: { userId: actor.id } });
    return { state: "on", codesLeft: backupCodes.length };
  }
  const secret = await findSetup(actor.id, context.now());
  if (!secret) return { state: "off" };
  const { email } = await db().person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
  return { state: "setup", secret, address: totpUri(secret, email, issuer) };
}

/**
 * Begins the setup: creates a secret to be confirmed within 15 minutes, which replaces an earlier one. Throws
 * as `checkOwnPassword` on `current`, and `conflict` (reason `two_factor_is_on`) if it is on already.
 */
export async function beginTwoFactor(context: Context, { current }: { current: string }): Promise<void> {
  const actor = requirePerson(context);
  await checkOwnPassword(context, current, "current");
  const value = await encryptText(newTotpSecret());
  const expiresAt = new Date(context.now().getTime() + SETUP_MS);
  await transaction(async (tx) => {
    await requireTwoFactorOff(tx, actor.id);
    await tx.verification.deleteMany({ where: { identifier: setupIdentifier(actor.id) } });
    const identifier = setupIdentifier(actor.id);
    await tx.verification.create({ data: { id: context.newId(), identifier, value, expiresAt } });
  });
}

/**
 * Turns two-factor authentication on with a code of the app. Returns the backup codes, which are stored
 * encrypted. Revokes the actor's sessions except `currentSessionId`. Throws `invalid` on `code` for a wrong
 * one, and `conflict` if the setup has expired (reason `two_factor_setup_over`) or it is on already
 * (`two_factor_is_on`).
 */
export async function confirmTwoFactor(
  context: Context,
  { code }: { code: string },
  currentSessionId: string,
): Promise<string[]> {
  const actor = requirePerson(context);
  const secret = await findSetup(actor.id, context.now());
  if (!secret) {
    throw new AppError("conflict", "The setup has expired. Start again.", [], "two_factor_setup_over");
  }
  if (!isTotpCode(secret, code, context.now())) {
    throw new AppError("invalid", "The code is wrong.", [{ path: "code", message: "code_wrong" }]);
  }
  const codes = newBackupCodes();
  await transaction(async (tx) => {
    await requireTwoFactorOff(tx, actor.id);
    await insertTwoFactor(tx, { id: context.newId(), personId: actor.id, secret, codes });
    await tx.verification.deleteMany({ where: { identifier: setupIdentifier(actor.id) } });
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: currentSessionId } } });
    await appendEvent(tx, actor, context.now(), {
      action: "person.two_factor_on",
      entity: "person",
      entityId: actor.id,
    });
  });
  return codes;
}

/**
 * Replaces the actor's backup codes and returns them. Throws as `checkOwnPassword`, and `not_found` if it is
 * off.
 */
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
      throw new AppError("not_found", "Two-factor authentication is off.");
    }
    await appendEvent(tx, actor, context.now(), {
      action: "person.backup_codes",
      entity: "person",
      entityId: actor.id,
    });
  });
  return codes;
}

/** Turns the actor's own off. Throws as `checkOwnPassword` on `current`, and `not_found` if it is off. */
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
 * Turns it off for another person, who lost their phone, and revokes their sessions. Throws `not_found` if it
 * is off, and `conflict` (reason `two_factor_own`) for the actor's own, which requires the password.
 */
export async function disableTwoFactor(context: Context, personId: string): Promise<void> {
  const actor = authorize(context, "person.manage");
  if (personId === actor.id) {
    throw new AppError(
      "conflict",
      "Turn off your own authenticator app with your password.",
      [],
      "two_factor_own",
    );
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
  throw new AppError("not_found", "This person has no authenticator app.");
}

async function requireTwoFactorOff(tx: Transaction, personId: string): Promise<void> {
  await lockPerson(tx, personId);
  if (await hasTwoFactor(tx, personId)) {
    throw new AppError("conflict", "Two-factor authentication is already on.", [], "two_factor_is_on");
  }
}

/** The unconfirmed secret of a person; null if there is none or it has expired. */
async function findSetup(personId: string, now: Date): Promise<string | null> {
  const waiting = await db().verification.findFirst({
    where: { identifier: setupIdentifier(personId), expiresAt: { gt: now } },
  });
  return waiting && decryptText(waiting.value);
}
