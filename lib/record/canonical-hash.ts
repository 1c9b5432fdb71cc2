import { utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { AppError } from "@/lib/errors";
import { sha256Hex } from "@/lib/text/sha256";

/** Thrown for a lone surrogate, which canonical JSON in UTF-8 cannot represent (RFC 8785, 3.2.2.2). */
export class LoneSurrogate extends AppError {
  constructor(surrogate: string) {
    const codePoint = surrogate.charCodeAt(0).toString(16).toUpperCase();
    super(
      "invalid",
      `A text contains half of a surrogate pair (U+${codePoint}), which canonical JSON cannot represent.`,
    );
  }
}

const LONE = /\p{Surrogate}/u;

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON can be hashed.");
  // The package escapes lone surrogates: a text without such an escape needs no further check.
  if (/\\ud[89a-f]/.test(text)) rejectLoneSurrogates(JSON.parse(text));
  return text;
}

function rejectLoneSurrogates(value: unknown): void {
  const surrogate = typeof value === "string" && LONE.exec(value)?.[0];
  if (surrogate) throw new LoneSurrogate(surrogate);
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    rejectLoneSurrogates(key);
    rejectLoneSurrogates(inner);
  }
}

/** Encodes a plain JSON value as canonical JSON (RFC 8785) in UTF-8. Throws {@link LoneSurrogate}. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value));
}

/** The SHA-256 of {@link canonicalBytes}, in hex. Throws as that does. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalText(value));
}
