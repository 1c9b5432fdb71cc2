import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { provesConsistency, rootOfInclusion } from "@/lib/record/transparency-log/proofs";
import {
  completedNodes,
  consistencyPath,
  emptyRoot,
  hashOfRange,
  inclusionPath,
  type LeafRange,
  leafHash,
  leftSiblings,
  type NodeHash,
  nodeHash,
} from "@/lib/record/transparency-log/tree";

// The leaves of Certificate Transparency's own tests, and the roots of the trees of the first 0 to 8 of them.
const inputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** All nodes of the tree with these leaves, as appending them one by one leaves them. */
function grown(leaves: Uint8Array[]): NodeHash {
  const nodes = new Map<string, Uint8Array>();
  const lookUp: NodeHash = ({ level, index }) => {
    const hash = nodes.get(`${level}/${index}`);
    if (!hash) throw new Error(`no node ${level}/${index}`);
    return hash;
  };
  leaves.forEach((leaf, at) => {
    for (const { level, index, hash } of completedNodes(at, leaf, lookUp))
      nodes.set(`${level}/${index}`, hash);
  });
  return lookUp;
}

/** MTH, word by word as RFC 9162 (2.1.1) defines it. */
function naive(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(naive(leaves.slice(0, k)), naive(leaves.slice(k)));
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => leafHash(new Uint8Array([n % 256, Math.floor(n / 256)])));
const hashes = (ranges: LeafRange[], node: NodeHash) => ranges.map((range) => hashOfRange(range, node));
const rootOf = (size: number, node: NodeHash) => hashOfRange({ start: 0, end: size }, node);
const flipped = (hash: Uint8Array, bit: number) =>
  hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe("the tree", () => {
  test.each(roots.map((root, size) => [size, root]))(
    "of %i leaves of the reference has its root",
    (size, root) => {
      const leaves = inputs.slice(0, Number(size)).map((input) => leafHash(hexToBytes(input)));
      expect(bytesToHex(rootOf(leaves.length, grown(leaves)))).toBe(root);
    },
  );

  test("has the inclusion path of the reference", () => {
    const node = grown(inputs.map((input) => leafHash(hexToBytes(input))));
    expect(hashes(inclusionPath(0, 8), node).map(bytesToHex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });

  test("has the consistency proof of the reference", () => {
    const node = grown(inputs.map((input) => leafHash(hexToBytes(input))));
    expect(hashes(consistencyPath(6, 8), node).map(bytesToHex)).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(consistencyPath(8, 8)).toEqual([]);
  });

  test("needs no more siblings than it has levels", () => {
    expect(leftSiblings(6)).toEqual([]);
    expect(leftSiblings(7)).toEqual([
      { level: 0, index: 6 },
      { level: 1, index: 2 },
      { level: 2, index: 0 },
    ]);
    expect(inclusionPath(123_456, 1_000_000).length).toBeLessThanOrEqual(20);
  });
});

const sizes = fc.integer({ min: 1, max: 200 });

describe("proofs", () => {
  const leaves = numbered(200);
  const node = grown(leaves);

  test("of inclusion hold for every leaf of every tree, and for no other", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, seed, bit) => {
        const [index, root] = [seed % size, naive(leaves.slice(0, size))];
        const leaf = leaves[index] as Uint8Array;
        const path = hashes(inclusionPath(index, size), node);
        expect(rootOf(size, node)).toEqual(root);
        expect(rootOfInclusion(leaf, index, size, path)).toEqual(root);
        expect(rootOfInclusion(flipped(leaf, bit % 256), index, size, path)).not.toEqual(root);
        expect(rootOfInclusion(leaf, index, size, [...path, leaf])).toBeNull();
        expect(rootOfInclusion(leaf, size, size, path)).toBeNull();
        if (path.length === 0) return;
        const at = bit % path.length;
        expect(rootOfInclusion(leaf, index, size, path.with(at, flipped(path[at] ?? leaf, 7)))).not.toEqual(
          root,
        );
        expect(rootOfInclusion(leaf, index, size, path.slice(1))).not.toEqual(root);
        expect(rootOfInclusion(leaf, (index + 1) % size, size, path)).not.toEqual(root);
      }),
      { numRuns: 400 },
    );
  });

  test.each([-1, -0.5, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 5, 6])(
    "of inclusion are refused for place %d of 5",
    (index) => {
      const leaf = leaves[0] as Uint8Array;
      const path = hashes(inclusionPath(0, 5), node);
      expect(rootOfInclusion(leaf, index, 5, path)).toBeNull();
      expect(rootOfInclusion(leaf, 0, index, [])).toBeNull();
      expect(() => inclusionPath(index, 5)).toThrow(RangeError);
    },
  );

  test.each([-1, 0.5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 6])(
    "of consistency are refused from a tree of %d to one of 5",
    (size) => {
      const [root, path] = [rootOf(5, node), hashes(consistencyPath(4, 5), node)];
      for (const some of [path, []]) {
        expect(provesConsistency({ size, root }, { size: 5, root }, some)).toBe(false);
        expect(provesConsistency({ size, root }, { size, root }, some)).toBe(size === 6 && some.length === 0);
        expect(provesConsistency({ size: 0, root: emptyRoot }, { size, root }, some)).toBe(
          size === 6 && some.length === 0,
        );
      }
      expect(() => consistencyPath(size, 5)).toThrow(RangeError);
    },
  );

  test("of consistency from an empty tree take its root, and no other", () => {
    const [root, other] = [rootOf(5, node), leaves[0] as Uint8Array];
    const empty = { size: 0, root: emptyRoot };
    expect(provesConsistency(empty, { size: 5, root }, [])).toBe(true);
    expect(provesConsistency(empty, empty, [])).toBe(true);
    expect(provesConsistency({ size: 0, root: other }, { size: 5, root }, [])).toBe(false);
    expect(provesConsistency({ size: 0, root: other }, { size: 0, root: other }, [])).toBe(false);
    expect(provesConsistency(empty, { size: 0, root: other }, [])).toBe(false);
    expect(provesConsistency(empty, { size: 5, root }, [other])).toBe(false);
  });

  test("of consistency hold between every two trees, and not for a past made up", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, seed, bit) => {
        const before = seed % (size + 1);
        const [old, now] = [
          { size: before, root: naive(leaves.slice(0, before)) },
          { size, root: naive(leaves.slice(0, size)) },
        ];
        const path = hashes(consistencyPath(before, size), node);
        expect(provesConsistency(old, now, path)).toBe(true);
        expect(provesConsistency({ ...old, root: flipped(old.root, bit % 256) }, now, path)).toBe(false);
        expect(provesConsistency(old, now, [...path, now.root])).toBe(false);
        if (before > 0) {
          expect(provesConsistency(old, { ...now, root: flipped(now.root, bit % 256) }, path)).toBe(false);
        }
        if (path.length === 0) return;
        const at = bit % path.length;
        expect(provesConsistency(old, now, path.with(at, flipped(path[at] ?? now.root, 7)))).toBe(false);
        expect(provesConsistency(old, now, path.slice(1))).toBe(false);
        expect(provesConsistency(now, old, path)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
