import { equalBytes } from "@noble/curves/utils.js";
import type { ZodError } from "zod";
import { computeKeyId, isValidSignature } from "@/lib/record/transparency-log/head";
import { formatHash, parseHash } from "@/lib/record/transparency-log/leaf";
import { provesConsistency } from "@/lib/record/transparency-log/proofs";
import { consistencySchema, type SignedHead, signedHeadSchema } from "@/lib/record/transparency-log/schema";
import { emptyRoot } from "@/lib/record/transparency-log/tree";
import { CheckFailure, mismatch } from "./failure";

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/**
 * Parses a head and checks its signature. Throws a CheckFailure: `unreadable` if it is not a head, `wrong` if its own key
 * did not sign it.
 */
export function readHead(value: unknown, file: string): SignedHead {
  const result = signedHeadSchema.safeParse(value);
  if (!result.success) throw unreadable(`${file} is no head of a log`, result.error);
  const head = result.data;
  const [root, publicKey] = [parseHash(head.rootHash), bytes(head.publicKey)];
  if (formatHash(computeKeyId(publicKey)) !== head.keyId)
    throw mismatch(`${file}: its public key is not the one it names.`);
  if (head.treeSize === 0 && !equalBytes(root, emptyRoot))
    throw mismatch(`${file}: it is of no publications, and its root is not that of an empty tree.`);
  const signed = { timestamp: head.timestamp, size: head.treeSize, root };
  if (!isValidSignature(signed, bytes(head.signature), publicKey))
    throw mismatch(`${file}: the signature is not right.`);
  return head;
}

/** Checks that the entries have the root of the head. Throws a CheckFailure. */
export function checkRoot({ treeSize, rootHash }: SignedHead, root: Uint8Array, file: string): void {
  if (equalBytes(root, parseHash(rootHash))) return;
  throw mismatch(
    `${file}: the first ${treeSize} entries are not those it was signed for. Expected ${rootHash}, found ${formatHash(root)}.`,
  );
}

/** Checks that the head was not signed before its last publication. Throws a CheckFailure. */
export function checkTime({ timestamp, treeSize }: SignedHead, lastAt: string | null, file: string): void {
  if (lastAt === null || Date.parse(lastAt) <= timestamp) return;
  throw mismatch(
    `${file}: it is of ${new Date(timestamp).toISOString()}, and the last of its ${treeSize} publications of ${lastAt}.`,
  );
}

/**
 * Checks that a head was signed by a known key, given by id (hex, with or without `sha256:`) or as public key (hex or
 * base64). Throws a CheckFailure.
 */
export function checkKey(head: SignedHead, known: string, file: string): void {
  const publicKey = Buffer.from(head.publicKey, "base64");
  const id = parseHash(head.keyId);
  const given = Buffer.from(
    known.replace(/^sha256:/, ""),
    /^(sha256:)?[0-9a-f]{64}$/i.test(known) ? "hex" : "base64",
  );
  if (given.length !== 32) {
    throw new CheckFailure(
      "unreadable",
      `--key ${known} is no key: give its id as sha256:… or the public key.`,
    );
  }
  if (equalBytes(given, id) || equalBytes(given, publicKey)) return;
  throw mismatch(`${file} is signed by ${head.keyId}, and not by the key ${known}.`);
}

/**
 * Checks that the new head is neither smaller nor earlier than the old one, and still lists the old one's key. Throws a
 * CheckFailure.
 */
export function checkSuccession(old: SignedHead, head: SignedHead): void {
  if (old.treeSize > head.treeSize) {
    throw mismatch(
      `The old head is of ${old.treeSize} publications, the new one of ${head.treeSize}: the log has shrunk.`,
    );
  }
  if (old.treeSize < head.treeSize && old.timestamp > head.timestamp) {
    const [before, now] = [old, head].map(({ timestamp }) => new Date(timestamp).toISOString());
    throw mismatch(`The old head is of ${before}, the new one of ${now}, though it is of more publications.`);
  }
  if (head.keys.some(({ keyId, publicKey }) => keyId === old.keyId && publicKey === old.publicKey)) return;
  throw mismatch(`The new head does not know the key of the old one, ${old.keyId}.`);
}

/** Checks a consistency proof between two heads. Throws a CheckFailure. */
export function checkConsistency(old: SignedHead, head: SignedHead, proof: unknown, file: string): void {
  const result = consistencySchema.safeParse(proof);
  if (!result.success) throw unreadable(`${file} is no consistency proof of a log`, result.error);
  const { first, second, path } = result.data;
  if (first !== old.treeSize || second !== head.treeSize) {
    throw new CheckFailure(
      "unreadable",
      `${file} is about trees of ${first} and ${second}, the heads are of ${old.treeSize} and ${head.treeSize}.`,
    );
  }
  const [before, now] = [old, head].map(({ treeSize, rootHash }) => ({
    size: treeSize,
    root: parseHash(rootHash),
  }));
  if (before && now && provesConsistency(before, now, path.map(parseHash))) return;
  throw mismatch(`${file}: the log is not the one that the old head was signed for, with more at its end.`);
}

function unreadable(what: string, { issues: [issue] }: ZodError): CheckFailure {
  const place = issue?.path.join(".");
  return new CheckFailure("unreadable", `${what}: ${place ? `${place}: ` : ""}${issue?.message}`);
}
