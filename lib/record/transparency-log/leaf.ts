import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { canonicalBytes } from "@/lib/record/canonical-hash";
import { leafHash } from "./tree";

/** What the log holds of a publication: the claim's id, the revision's number, and its two hashes in hex. */
export type Publication = { claim: string; revision: number; hash: string; documentHash: string };

/**
 * The leaf of a publication: the hash of the input `{ claim, revision, hash, documentHash }` as canonical JSON
 * (RFC 8785), the two hashes as "sha256:" and hex.
 */
export function publicationLeaf({ claim, revision, hash, documentHash }: Publication): Uint8Array {
  return leafHash(canonicalBytes({ claim, revision, hash: named(hash), documentHash: named(documentHash) }));
}

/** A hash as documents write it: "sha256:" and hex. Takes the hex or the bytes. */
export function named(hash: string | Uint8Array): string {
  return `sha256:${typeof hash === "string" ? hash : bytesToHex(hash)}`;
}

/** The bytes of a hash that {@link named} wrote. */
export function bytesOf(hash: string): Uint8Array {
  return hexToBytes(hash.slice("sha256:".length));
}
