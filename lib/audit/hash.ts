import { utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { sha256Hex } from "@/lib/text/sha256";

const HALF = /\p{Surrogate}/u;

function canonicalText(value: unknown): string {
  if (!isWellFormed(value))
    throw new TypeError("Half a surrogate pair cannot be hashed (RFC 8785, 3.2.2.2).");
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON can be hashed.");
  return text;
}

/** Whether all texts and names of a JSON value are Unicode, without halves of surrogate pairs. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return !HALF.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, item]) => !HALF.test(name) && isWellFormed(item));
}

/** The value as canonical JSON (RFC 8785) in UTF-8. TypeError where it is no plain JSON, or holds half a surrogate pair. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

/** SHA-256, in hex, of the value as canonical JSON (RFC 8785) in UTF-8. TypeError as {@link canonicalBytes}. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalText(value));
}
