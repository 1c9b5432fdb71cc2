import { utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { sha256Hex } from "@/lib/text/sha256";

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON can be hashed.");
  return text;
}

/** The value as canonical JSON (RFC 8785) in UTF-8. The value must be plain JSON. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

/** SHA-256, in hex, of the value as canonical JSON (RFC 8785) in UTF-8. The value must be plain JSON. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalText(value));
}
