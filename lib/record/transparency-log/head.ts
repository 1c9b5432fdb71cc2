import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@/lib/text/sha256";

/** The state of the tree at one time. `timestamp` is in milliseconds since 1970. */
export type TreeHead = { timestamp: number; size: number; root: Uint8Array };

/**
 * The signed bytes of a head: TreeHeadDataV2 of RFC 9162 (4.10) without extensions. Its fields are the timestamp and the
 * size (uint64), the root prefixed with its length, and the length 0 of the extensions (uint16).
 */
function headBytes({ timestamp, size, root }: TreeHead): Uint8Array {
  const numbers = new DataView(new ArrayBuffer(16));
  numbers.setBigUint64(0, BigInt(timestamp));
  numbers.setBigUint64(8, BigInt(size));
  return concatBytes(
    new Uint8Array(numbers.buffer),
    new Uint8Array([root.length]),
    root,
    new Uint8Array([0, 0]),
  );
}

/** Signs a head (Ed25519, RFC 8032); `seed` are the key's 32 secret bytes. */
export function signHead(head: TreeHead, seed: Uint8Array): Uint8Array {
  return ed25519.sign(headBytes(head), seed);
}

/** Whether `signature` is a signature of this head by the key. */
export function isValidSignature(head: TreeHead, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, headBytes(head), publicKey, { zip215: false });
  } catch {
    // Malformed signature or key.
    return false;
  }
}

/** Derives the public key of a seed. */
export function derivePublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

/** The id of a public key: its SHA-256. */
export function computeKeyId(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey);
}
