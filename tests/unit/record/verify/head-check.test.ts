import { describe, expect, test } from "vitest";
import { computeKeyId, derivePublicKey, signHead } from "@/lib/record/transparency-log/head";
import { formatHash, parseHash } from "@/lib/record/transparency-log/leaf";
import type { SignedHead } from "@/lib/record/transparency-log/schema";
import {
  checkConsistency,
  checkKey,
  checkSuccession,
  checkTime,
  readHead,
} from "@/lib/record/verify/head-check";

const root = `sha256:${"5a".repeat(32)}`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** A head of `size` publications, signed with the key of the seed; `known` are the seeds of its keys. */
function aHead(seed: number, size = 3, known = [seed], timestamp = 1_700_000_000_000): SignedHead {
  const seedBytes = new Uint8Array(32).fill(seed);
  const keys = known.map((it) => {
    const key = derivePublicKey(new Uint8Array(32).fill(it));
    return {
      keyId: formatHash(computeKeyId(key)),
      publicKey: base64(key),
      firstUsedAt: "2025-01-01T00:00:00.000Z",
    };
  });
  const publicKey = derivePublicKey(seedBytes);
  return {
    treeSize: size,
    timestamp,
    rootHash: root,
    signature: base64(signHead({ timestamp, size, root: parseHash(root) }, seedBytes)),
    keyId: formatHash(computeKeyId(publicKey)),
    publicKey: base64(publicKey),
    keys,
  };
}

describe("a check of heads", () => {
  test("reads one that its key signed, and no other", () => {
    const head = aHead(1);
    expect(readHead(head, "head.json")).toEqual(head);
    const { publicKey } = aHead(2);
    expect(() => readHead({ ...head, treeSize: 4 }, "head.json")).toThrow("the signature is not right");
    expect(() => readHead({ ...head, publicKey }, "head.json")).toThrow("is not the one it names");
    expect(() => readHead({ size: 3 }, "head.json")).toThrow("head.json is no head of a log: treeSize: ");
  });

  test("reads none of an empty tree with another root", () => {
    expect(() => readHead(aHead(1, 0), "head.json")).toThrow("its root is not that of an empty tree");
  });

  test("takes a consistency proof between its two heads, and names the field that is no number of leaves", () => {
    const proof = { first: 3, second: 3, path: [] };
    const check = (more: object) => checkConsistency(aHead(1), aHead(1), { ...proof, ...more }, "proof.json");
    expect(() => check({})).not.toThrow();
    for (const first of [-1, 0.5, Number.NaN, 2 ** 53, "3", null])
      expect(() => check({ first })).toThrow("proof.json is no consistency proof of a log: first: ");
    expect(() => check({ path: [root] })).toThrow("the log is not the one");
    const empty = { first: 0, second: 3, path: [] };
    expect(() => checkConsistency(aHead(1, 0), aHead(1), empty, "proof.json")).toThrow(
      "the log is not the one",
    );
  });

  test("takes a new key when the old one is still named, and no shorter log", () => {
    expect(() => checkSuccession(aHead(1), aHead(2, 4, [1, 2]))).not.toThrow();
    expect(() => checkSuccession(aHead(1), aHead(2, 4))).toThrow("does not know the key of the old one");
    expect(() => checkSuccession(aHead(1), aHead(1, 2))).toThrow("the log has shrunk");
  });

  test("takes no larger tree of an earlier time, and none from before its last publication", () => {
    const earlier = 1_700_000_000_000 - 3 * 86_400_000;
    expect(() => checkSuccession(aHead(1), aHead(1, 4, [1], earlier))).toThrow(
      "though it is of more publications",
    );
    expect(() => checkSuccession(aHead(1), aHead(1, 3, [1], earlier))).not.toThrow();
    expect(() => checkTime(aHead(1), "2023-11-14T22:13:20.001Z", "head.json")).toThrow("head.json: it is of");
    expect(() => checkTime(aHead(1), "2023-11-14T22:13:20.000Z", "head.json")).not.toThrow();
  });

  test("knows a key by its id or by itself, and no other", () => {
    const head = aHead(1);
    const key = Buffer.from(head.publicKey, "base64");
    for (const known of [head.keyId, head.keyId.slice(7), head.publicKey, key.toString("hex")]) {
      expect(() => checkKey(head, known, "head.json")).not.toThrow();
    }
    expect(() => checkKey(head, aHead(2).keyId, "head.json")).toThrow("head.json is signed by");
    expect(() => checkKey(head, "a key", "head.json")).toThrow("is no key");
  });
});
