import type { Context } from "@/lib/desk/auth/permissions";
import { hashSecret, newSecret } from "@/lib/desk/auth/secrets";
import type { Transaction } from "@/lib/platform/db/transaction";

const HOUR_MS = 60 * 60 * 1000;
const PREFIX = "new-password|";

/** Under what the link of a token is stored. */
export const identifierOf = (token: string): string => `${PREFIX}${hashSecret(token)}`;

/** Stores a link of an hour to a new password; returns its token. The person's row must be held. */
export async function insertReset(
  tx: Transaction,
  { now, newId }: Pick<Context, "now" | "newId">,
  personId: string,
): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(now().getTime() + HOUR_MS);
  await tx.verification.create({
    data: { id: newId(), identifier: identifierOf(token), value: personId, expiresAt },
  });
  return token;
}

/** Ends every link of a person to a new password. The person's row must be held. */
export async function endResets(tx: Transaction, personId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { value: personId, identifier: { startsWith: PREFIX } } });
}
