import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** Returns the SHA-256 (FIPS 180-4) of the concatenated parts, 32 bytes. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  return digest(concatBytes(...parts));
}

/** Returns the SHA-256 of a text in UTF-8, in hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}
