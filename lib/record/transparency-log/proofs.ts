import { equalBytes } from "@noble/curves/utils.js";
import { emptyRoot, isSize, nodeHash } from "./tree";

/**
 * Computes the root from a leaf and its inclusion path (RFC 9162, 2.1.3.2). Null for an impossible path or an index outside
 * the tree.
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

/** The size of a tree, in leaves, and its root. */
export type TreeState = { size: number; root: Uint8Array };

/**
 * Whether `path` proves that the new tree extends the old one (RFC 9162, 2.1.4.2). False for an impossible tree: an invalid
 * size, or an empty tree with another root than the empty one.
 */
export function provesConsistency(before: TreeState, now: TreeState, path: Uint8Array[]): boolean {
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

/** Whether such a tree is possible: its size is valid, and an empty tree has the empty root. */
function isTree({ size, root }: TreeState): boolean {
  return isSize(size) && (size > 0 || equalBytes(root, emptyRoot));
}
