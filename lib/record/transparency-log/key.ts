import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { computeKeyId, derivePublicKey } from "./head";

const INFO = utf8ToBytes("veritable log of publications, key 1");

/** A key that signs tree heads. */
export type LogKey = { seed: Uint8Array; publicKey: Uint8Array; id: Uint8Array };

/**
 * The signing key of the settings: LOG_KEY, else derived from AUTH_SECRET by HKDF-SHA-256 (RFC 5869), so that all app
 * processes on one database use the same key.
 */
export function logKey({ LOG_KEY, AUTH_SECRET }: Pick<Env, "LOG_KEY" | "AUTH_SECRET">): LogKey {
  if (!LOG_KEY && !AUTH_SECRET) throw new Error("Neither LOG_KEY nor AUTH_SECRET is set.");
  const seed = LOG_KEY
    ? hexToBytes(LOG_KEY)
    : hkdf(sha256, utf8ToBytes(AUTH_SECRET ?? ""), undefined, INFO, 32);
  const publicKey = derivePublicKey(seed);
  return { seed, publicKey, id: computeKeyId(publicKey) };
}

/** Stores the public key, so that its heads can still be verified after the key was changed. Idempotent. */
export async function storePublicKey({ id, publicKey }: LogKey, now: Date): Promise<void> {
  const row = { id: bytesToHex(id), publicKey: bytesToHex(publicKey) };
  if ((await db().logKey.count({ where: { id: row.id } })) > 0) return;
  await db().logKey.createMany({ data: { ...row, firstUsedAt: now }, skipDuplicates: true });
}
