import { equalBytes } from "@noble/curves/utils.js";
import { emptyRoot, isSize, nodeHash } from "./tree";

/**
 * The root that a leaf and its inclusion path lead to (RFC 9162, 2.1.3.2), or null for a path that cannot be one and for an
 * index that is no place in the tree.
 */
export function rootOfInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: Uint8Array[],
): Uint8Array | null {
  if (!isSize(size) || !isSize(index) || index >= size) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(hash, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      root = nodeHash(root, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
}

/** A tree that somebody saw: how many leaves, and its root. */
export type SeenTree = { size: number; root: Uint8Array };

/**
 * Whether `path` proves that the new tree begins with all of the old one (RFC 9162, 2.1.4.2). False for what is no tree: a
 * size that is no whole number, or no leaves and another root than the empty one.
 */
export function provesConsistency(before: SeenTree, now: SeenTree, path: Uint8Array[]): boolean {
  if (![before, now].every(isTree) || before.size > now.size) return false;
  if (before.size === 0) return path.length === 0;
  if (before.size === now.size) return path.length === 0 && equalBytes(before.root, now.root);
  const [first, ...rest] = isPowerOfTwo(before.size) ? [before.root, ...path] : path;
  if (!first) return false;
  let [at, last] = [before.size - 1, now.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [oldRoot, newRoot] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [oldRoot, newRoot] = [nodeHash(hash, oldRoot), nodeHash(hash, newRoot)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      newRoot = nodeHash(newRoot, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equalBytes(oldRoot, before.root) && equalBytes(newRoot, now.root);
}

const half = (n: number) => Math.floor(n / 2);

function isPowerOfTwo(n: number): boolean {
  let power = 1;
  while (power < n) power *= 2;
  return power === n;
}

/** Whether a tree can be of this size; the root of one without leaves is known. */
function isTree({ size, root }: SeenTree): boolean {
  return isSize(size) && (size > 0 || equalBytes(root, emptyRoot));
}
