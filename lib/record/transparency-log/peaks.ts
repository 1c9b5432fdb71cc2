import { emptyRoot, nodeHash } from "./tree";

/** A Merkle tree that grows leaf by leaf, in memory logarithmic in its size. */
export type IncrementalTree = { append(leaf: Uint8Array): void; size(): number; root(): Uint8Array };

/** Creates an empty {@link IncrementalTree}. It stores the roots of its complete subtrees, the largest first. */
export function createIncrementalTree(): IncrementalTree {
  const peaks: Array<{ level: number; hash: Uint8Array }> = [];
  let size = 0;
  return {
    append(leaf) {
      let peak = { level: 0, hash: leaf };
      while (peaks.at(-1)?.level === peak.level) {
        const left = peaks.pop() ?? peak;
        peak = { level: peak.level + 1, hash: nodeHash(left.hash, peak.hash) };
      }
      peaks.push(peak);
      size += 1;
    },
    size: () => size,
    root: () =>
      peaks.length === 0
        ? emptyRoot
        : peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right)),
  };
}
