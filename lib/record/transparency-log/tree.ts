import { sha256 } from "@/lib/text/sha256";

// The Merkle tree of RFC 9162, section 2.1, over complete subtrees: the node (level, index) covers the leaves from
// index · 2^level up to, not including, (index + 1) · 2^level. Level 0 are the hashes of the leaves.

/** The position of a node in the tree. */
export type NodePosition = { level: number; index: number };

/** The leaves from `start` up to, not including, `end`. */
export type LeafRange = { start: number; end: number };

/** Returns the hash of a complete subtree. */
export type NodeHash = (place: NodePosition) => Uint8Array;

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = sha256();

/** Whether this is a valid number of leaves: a safe integer, 0 or more. */
export function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

/** The hash of a leaf's input. */
export function leafHash(input: Uint8Array): Uint8Array {
  return sha256(LEAF, input);
}

/** The hash of a node from the hashes of its children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE, left, right);
}

/**
 * The nodes that the leaf at `index` completes, with their hashes: its own and those above it. `siblings` must return the
 * hashes of {@link leftSiblings}.
 */
export function completedNodes(index: number, leaf: Uint8Array, siblings: NodeHash) {
  const nodes = [{ level: 0, index, hash: leaf }];
  for (const sibling of leftSiblings(index)) {
    const { hash } = nodes[nodes.length - 1] as (typeof nodes)[number];
    const above = { level: sibling.level + 1, index: Math.floor(sibling.index / 2) };
    nodes.push({ ...above, hash: nodeHash(siblings(sibling), hash) });
  }
  return nodes;
}

/** The left siblings needed to append the leaf at `index`, lowest first. */
export function leftSiblings(index: number): NodePosition[] {
  const positions: NodePosition[] = [];
  for (let [level, at] = [0, index]; at % 2 === 1; level++, at = (at - 1) / 2) {
    positions.push({ level, index: at - 1 });
  }
  return positions;
}

/** The complete subtrees that make up a range, the largest first. */
export function subtreesOf({ start, end }: LeafRange): NodePosition[] {
  const positions: NodePosition[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++;
    positions.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return positions;
}

/** MTH of RFC 9162 (2.1.1) over a range. */
export function hashOfRange(range: LeafRange, node: NodeHash): Uint8Array {
  const hashes = subtreesOf(range).map(node);
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/**
 * The ranges whose hashes are the inclusion path of the leaf at `index` (RFC 9162, 2.1.3.1), lowest first. Throws a
 * RangeError for an index outside the tree.
 */
export function inclusionPath(index: number, size: number): LeafRange[] {
  if (!isSize(size) || !isSize(index) || index >= size)
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  const path: LeafRange[] = [];
  let range = { start: 0, end: size };
  while (range.end - range.start > 1) {
    const [left, right] = split(range);
    path.unshift(index < right.start ? right : left);
    range = index < right.start ? left : right;
  }
  return path;
}

/**
 * The ranges whose hashes prove that the first `first` leaves are unchanged (RFC 9162, 2.1.4.1). Throws a RangeError unless
 * `first` is at most `size`.
 */
export function consistencyPath(first: number, size: number): LeafRange[] {
  if (!isSize(size) || !isSize(first) || first > size)
    throw new RangeError(`A tree of ${size} leaves does not begin with ${first}.`);
  if (first === 0 || first === size) return [];
  const path: LeafRange[] = [];
  let range = { start: 0, end: size };
  while (range.end !== first) {
    const [left, right] = split(range);
    path.unshift(first <= left.end ? right : left);
    range = first <= left.end ? left : right;
  }
  // The old root is omitted if it is a node of the new tree: the verifier has it.
  return range.start === 0 ? path : [range, ...path];
}

/** Splits a range at the largest power of two below its length. */
function split({ start, end }: LeafRange): [LeafRange, LeafRange] {
  let half = 1;
  while (half * 2 < end - start) half *= 2;
  return [
    { start, end: start + half },
    { start: start + half, end },
  ];
}
