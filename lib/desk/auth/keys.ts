import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import type { Actor } from "./permissions";
import { type Scope, scopes } from "./scopes";
import { hashSecret, newSecret } from "./secrets";

const PREFIX = "vrt_";
const START_LENGTH = 8;
const MINUTE_MS = 60_000;

/** A new API key: the key itself, shown once, and what is stored: its hash and its first characters. */
export function newKey(): { key: string; keyHash: string; start: string } {
  const key = `${PREFIX}${newSecret()}`;
  return { key, keyHash: hashSecret(key), start: key.slice(0, START_LENGTH) };
}

/**
 * The actor of an API key: its person with their current role, and the key's scopes. Updates `lastUsedAt`
 * once a minute at most. Throws `unauthenticated` if the key is unknown, expired or revoked, or its person
 * has no access.
 */
export async function getKeyActor(key: string, now: Date): Promise<Actor> {
  const row = await db().apiKey.findUnique({
    where: { keyHash: hashSecret(key), revokedAt: null, expiresAt: { gt: now } },
    include: { person: { select: { id: true, name: true, role: true, active: true } } },
  });
  if (!row?.person.active) {
    throw new AppError("unauthenticated", "This key is unknown, expired or revoked.");
  }
  const minuteAgo = new Date(now.getTime() - MINUTE_MS);
  if (!row.lastUsedAt || row.lastUsedAt <= minuteAgo) {
    await db().apiKey.updateMany({
      where: { id: row.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minuteAgo } }] },
      data: { lastUsedAt: now },
    });
  }
  const { id, name, role } = row.person;
  return { id, name, role, scopes: filterKnownScopes(row.scopes) };
}

/** The stored scopes that this version knows, in canonical order. */
export function filterKnownScopes(names: readonly string[]): Scope[] {
  return scopes.filter((scope) => names.includes(scope));
}
