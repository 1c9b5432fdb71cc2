import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { canonicalBytes } from "@/lib/record/canonical-hash";
import { leafHash } from "./tree";

/** A publication in the log: the claim's id, the revision's number, and its two hashes in hex. */
export type Publication = { claim: string; revision: number; hash: string; documentHash: string };

/**
 * The leaf of a publication: the hash of the input `{ claim, revision, hash, documentHash }` as canonical JSON
 * (RFC 8785), the two hashes as "sha256:" and hex.
 */
export function publicationLeaf({ claim, revision, hash, documentHash }: Publication): Uint8Array {
  return leafHash(
    canonicalBytes({ claim, revision, hash: formatHash(hash), documentHash: formatHash(documentHash) }),
  );
}

/** Formats a hash as in documents: "sha256:" and hex. Takes hex or bytes. */
export function formatHash(hash: string | Uint8Array): string {
  return `sha256:${typeof hash === "string" ? hash : bytesToHex(hash)}`;
}

/** Parses a hash formatted by {@link formatHash} into bytes. */
export function parseHash(hash: string): Uint8Array {
  return hexToBytes(hash.slice("sha256:".length));
}
