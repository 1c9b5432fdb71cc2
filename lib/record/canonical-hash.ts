import { utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { AppError } from "@/lib/errors";
import { sha256Hex } from "@/lib/text/sha256";

/** A text that no canonical JSON can hold, since UTF-8 cannot: half of a surrogate pair (RFC 8785, 3.2.2.2). */
export class LoneSurrogate extends AppError {
  constructor(half: string) {
    const codePoint = half.charCodeAt(0).toString(16).toUpperCase();
    super(
      "invalid",
      `A text holds half of a surrogate pair (U+${codePoint}), which canonical JSON cannot hold.`,
    );
  }
}

const LONE = /\p{Surrogate}/u;

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON can be hashed.");
  // It writes halves as escapes, so that what cannot be one needs no second look.
  if (/\\ud[89a-f]/.test(text)) requireWhole(JSON.parse(text));
  return text;
}

function requireWhole(value: unknown): void {
  const half = typeof value === "string" && LONE.exec(value)?.[0];
  if (half) throw new LoneSurrogate(half);
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    requireWhole(key);
    requireWhole(inner);
  }
}

/** The value as canonical JSON (RFC 8785) in UTF-8. The value must be plain JSON. Throws {@link LoneSurrogate}. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

/** SHA-256, in hex, of {@link canonicalBytes}. Throws as that does. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalText(value));
}
