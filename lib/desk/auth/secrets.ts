import { createHash, randomBytes } from "node:crypto";

/** A new secret: 32 random bytes as base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The hash by which the database stores and finds a secret: SHA-256 in hex. Random secrets need no salt and
 * no slow hash.
 */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
