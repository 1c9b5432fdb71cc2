import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

// RFC 6238 as authenticator apps implement it: HMAC-SHA-1, steps of thirty seconds, six digits.
const STEP_MS = 30_000;
const DIGITS = 6;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret for an authenticator app: 160 random bits, as 32 characters of base32 (RFC 4648). */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => ALPHABET[byte & 31]).join("");
}

/** The TOTP code for a base32 secret at an instant (RFC 6238). */
export function totpCode(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / STEP_MS)));
  const hash = createHmac("sha1", decodeBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** Whether the code is valid at an instant; one step of clock skew is allowed either way. */
export function isTotpCode(secret: string, code: string, at: Date): boolean {
  return [-STEP_MS, 0, STEP_MS].some((shift) => {
    const expected = Buffer.from(totpCode(secret, new Date(at.getTime() + shift)));
    const given = Buffer.from(code);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** The `otpauth://` URI of the QR code: the secret, the account and the issuer. */
export function totpUri(secret: string, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&digits=${DIGITS}&period=30`;
}

/** Decodes base32 (RFC 4648) without padding. */
function decodeBase32(secret: string): Buffer {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
