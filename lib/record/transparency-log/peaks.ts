import { emptyRoot, nodeHash } from "./tree";

/** A tree that grows leaf by leaf and remembers no more than it needs for its root. */
export type GrowingTree = { append(leaf: Uint8Array): void; size(): number; root(): Uint8Array };

/** A growing tree without leaves. It keeps the complete subtrees that its leaves make up, the largest first. */
export function growingTree(): GrowingTree {
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
