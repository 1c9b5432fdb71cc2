import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 (FIPS 180-4) of the parts put together, 32 bytes. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  return digest(concatBytes(...parts));
}

/** SHA-256, in hex, of the text in UTF-8. */
export function sha256Hex(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}
