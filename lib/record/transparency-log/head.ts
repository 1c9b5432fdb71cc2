import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@/lib/text/sha256";

/** A tree at one time: `timestamp` in milliseconds since 1970. */
export type TreeHead = { timestamp: number; size: number; root: Uint8Array };

/**
 * What a head's signature is over: TreeHeadDataV2 of RFC 9162 (4.10), without extensions. Its fields are the timestamp
 * and the size (uint64), the root with its length before it, and the length 0 of the extensions (uint16).
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

/** Whether the owner of the key signed this head. */
export function isSigned(head: TreeHead, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, headBytes(head), publicKey, { zip215: false });
  } catch {
    // No signature and no key at all, by their length or their form.
    return false;
  }
}

/** The public key of a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

/** The name of a public key: its SHA-256. */
export function keyIdOf(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey);
}
