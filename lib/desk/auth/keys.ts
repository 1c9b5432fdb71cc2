import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import type { Actor } from "./permissions";
import { type Scope, scopes } from "./scopes";
import { hashSecret, newSecret } from "./secrets";

const PREFIX = "vrt_";
const START_LENGTH = 8;
const MINUTE_MS = 60_000;

/** A new key: the whole of it, which is shown once; and what is kept, its hash and the start people know it by. */
export function newKey(): { key: string; keyHash: string; start: string } {
  const key = `${PREFIX}${newSecret()}`;
  return { key, keyHash: hashSecret(key), start: key.slice(0, START_LENGTH) };
}

/**
 * The person that a key acts for, with the role they have now and the key's scopes; notes that it was used, once a
 * minute at most. Throws `unauthenticated` for a key that is unknown, expired or revoked, or whose person has no access.
 */
export async function actorOfKey(key: string, now: Date): Promise<Actor> {
  const found = await db().apiKey.findUnique({
    where: { keyHash: hashSecret(key), revokedAt: null, expiresAt: { gt: now } },
    include: { person: { select: { id: true, name: true, role: true, active: true } } },
  });
  if (!found?.person.active) {
    throw new AppError("unauthenticated", "This key is unknown, expired or revoked.");
  }
  const aMinuteAgo = new Date(now.getTime() - MINUTE_MS);
  if (!found.lastUsedAt || found.lastUsedAt <= aMinuteAgo) {
    await db().apiKey.updateMany({
      where: { id: found.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: aMinuteAgo } }] },
      data: { lastUsedAt: now },
    });
  }
  const { id, name, role } = found.person;
  return { id, name, role, scopes: knownScopes(found.scopes) };
}

/** The scopes that this version knows, in their order. */
export function knownScopes(names: readonly string[]): Scope[] {
  return scopes.filter((scope) => names.includes(scope));
}
