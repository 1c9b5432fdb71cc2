import type { Context } from "@/lib/desk/auth/permissions";
import { hashSecret, newSecret } from "@/lib/desk/auth/secrets";
import type { Transaction } from "@/lib/platform/db/transaction";

const HOUR_MS = 60 * 60 * 1000;
const PREFIX = "new-password|";

/** The identifier under which a reset link is stored. */
export const resetIdentifier = (token: string): string => `${PREFIX}${hashSecret(token)}`;

/** Stores a reset link, valid for one hour. Returns its token. The person must be locked. */
export async function insertResetLink(
  tx: Transaction,
  { now, newId }: Pick<Context, "now" | "newId">,
  personId: string,
): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(now().getTime() + HOUR_MS);
  await tx.verification.create({
    data: { id: newId(), identifier: resetIdentifier(token), value: personId, expiresAt },
  });
  return token;
}

/** Revokes all reset links of a person. The person must be locked. */
export async function revokeResetLinks(tx: Transaction, personId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { value: personId, identifier: { startsWith: PREFIX } } });
}
