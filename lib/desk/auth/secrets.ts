import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody can guess: 32 random bytes as base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What the database keeps of a secret: its SHA-256 in hex. No salt and no slow hash: the secrets are random bytes, which
 * no list of guesses holds, and the hash is what they are looked up by.
 */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
