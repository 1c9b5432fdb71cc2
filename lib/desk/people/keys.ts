import { appendEvent } from "@/lib/desk/audit/events";
import { filterKnownScopes, newKey } from "@/lib/desk/auth/keys";
import { type Context, requirePerson } from "@/lib/desk/auth/permissions";
import type { Scope } from "@/lib/desk/auth/scopes";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import type { NewKey } from "./schema";

const DAY_MS = 24 * 60 * 60 * 1000;

/** An API key as shown to its person, without the key itself. */
export type KeyListItem = {
  id: string;
  name: string;
  start: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

/** Creates an API key for the actor with these scopes. Returns the key, which is stored as a hash only. */
export async function createKey(context: Context, { name, scopes, days }: NewKey): Promise<string> {
  const actor = requirePerson(context);
  const { key, keyHash, start } = newKey();
  const [id, now] = [context.newId(), context.now()];
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  await transaction(async (tx) => {
    await tx.apiKey.create({
      data: { id, personId: actor.id, name, start, keyHash, scopes, createdAt: now, expiresAt },
    });
    await appendEvent(tx, actor, now, {
      action: "key.create",
      entity: "key",
      entityId: id,
      to: { name, scopes, expiresAt },
    });
  });
  return key;
}

/** The actor's own keys, newest first; expired ones too, revoked ones not. */
export async function listKeys(context: Context): Promise<KeyListItem[]> {
  const actor = requirePerson(context);
  const keys = await db().apiKey.findMany({
    where: { personId: actor.id, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      start: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
    },
  });
  return keys.map((key) => ({ ...key, scopes: filterKnownScopes(key.scopes) }));
}

/**
 * Revokes one of the actor's own keys at once. Throws `not_found` for one that is not theirs or is revoked
 * already.
 */
export async function revokeKey(context: Context, keyId: string): Promise<void> {
  const actor = requirePerson(context);
  const now = context.now();
  await transaction(async (tx) => {
    const where = { id: keyId, personId: actor.id, revokedAt: null };
    const [key] = await tx.apiKey.updateManyAndReturn({ where, data: { revokedAt: now } });
    if (!key) throw new AppError("not_found", "There is no such key.");
    await appendEvent(tx, actor, now, {
      action: "key.revoke",
      entity: "key",
      entityId: keyId,
      from: { name: key.name },
    });
  });
}
