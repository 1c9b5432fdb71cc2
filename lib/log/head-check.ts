import { equalBytes } from "@noble/curves/utils.js";
import { CheckFailure, wrong } from "./failure";
import { isSigned, keyIdOf } from "./head";
import { bytesOf, named } from "./leaf";
import { provesConsistency } from "./proofs";
import { consistencySchema, type SignedHead, signedHeadSchema } from "./schema";

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/**
 * Reads a head and checks its signature. Throws a CheckFailure: `unreadable` for what is no head, `wrong` where its
 * own key did not sign it.
 */
export function readHead(value: unknown, file: string): SignedHead {
  const result = signedHeadSchema.safeParse(value);
  if (!result.success) throw new CheckFailure("unreadable", `${file} is no head of a log.`);
  const head = result.data;
  const [root, publicKey] = [bytesOf(head.rootHash), bytes(head.publicKey)];
  if (named(keyIdOf(publicKey)) !== head.keyId)
    throw wrong(`${file}: its public key is not the one it names.`);
  const signed = { timestamp: head.timestamp, size: head.treeSize, root };
  if (!isSigned(signed, bytes(head.signature), publicKey))
    throw wrong(`${file}: the signature is not right.`);
  return head;
}

/** Checks that the entries' root is the head's. Throws a CheckFailure. */
export function checkRoot({ treeSize, rootHash }: SignedHead, root: Uint8Array, file: string): void {
  if (equalBytes(root, bytesOf(rootHash))) return;
  throw wrong(
    `${file}: the first ${treeSize} entries are not those it was signed for. Expected ${rootHash}, found ${named(root)}.`,
  );
}

/** Checks that the log has not shrunk since an old head, and still knows the key it was signed with. Throws a CheckFailure. */
export function checkSuccession(old: SignedHead, head: SignedHead): void {
  if (old.treeSize > head.treeSize) {
    throw wrong(
      `The old head is of ${old.treeSize} publications, the new one of ${head.treeSize}: the log has shrunk.`,
    );
  }
  if (head.keys.some(({ keyId, publicKey }) => keyId === old.keyId && publicKey === old.publicKey)) return;
  throw wrong(`The new head does not know the key of the old one, ${old.keyId}.`);
}

/** Checks a consistency proof between two heads. Throws a CheckFailure. */
export function checkConsistency(old: SignedHead, head: SignedHead, proof: unknown, file: string): void {
  const result = consistencySchema.safeParse(proof);
  if (!result.success) throw new CheckFailure("unreadable", `${file} is no consistency proof of a log.`);
  const { first, second, path } = result.data;
  if (first !== old.treeSize || second !== head.treeSize) {
    throw new CheckFailure(
      "unreadable",
      `${file} is about trees of ${first} and ${second}, the heads are of ${old.treeSize} and ${head.treeSize}.`,
    );
  }
  const [before, now] = [old, head].map(({ treeSize, rootHash }) => ({
    size: treeSize,
    root: bytesOf(rootHash),
  }));
  if (before && now && provesConsistency(before, now, path.map(bytesOf))) return;
  throw wrong(`${file}: the log is not the one that the old head was signed for, with more at its end.`);
}
