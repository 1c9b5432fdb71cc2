import { setTimeout as delay } from "node:timers/promises";
import { hexToBytes } from "@noble/hashes/utils.js";
import type { ClientBase } from "pg";
import { named } from "@/lib/record/transparency-log/leaf";
import { nodeHash } from "@/lib/record/transparency-log/tree";
import type { Faults } from "./faults";
import { checkRevision, readRevisions } from "./revisions";

// To hash more of them at once would keep requests waiting.
const BATCH = 50;

type Node = { level: number; index: number; hash: string };

/**
 * Checks all revisions in the order of the log, batch by batch with a pause between, and the tree over them. Returns how many
 * revisions and nodes it compared.
 */
export async function checkLog(
  client: ClientBase,
  faults: Faults,
  pauseMs: number,
): Promise<{ revisions: number; nodes: number }> {
  const tree = storedTree(client, faults);
  let [next, revisions]: [number, number] = [0, 0];
  let before: Date | null = null;
  for (;;) {
    const rows = await readRevisions(client, next, BATCH);
    const leaves: Node[] = [];
    for (const row of rows) {
      if (row.log_index !== next) faults.add("order", `${row.claim_id}, ${row.number}`);
      leaves.push({ level: 0, index: row.log_index, hash: checkRevision(row, before, faults) });
      [before, next] = [row.published_at, row.log_index + 1];
    }
    await tree.add(leaves);
    revisions += rows.length;
    if (rows.length < BATCH) break;
    await delay(pauseMs);
  }
  await checkSize(client, faults);
  return { revisions, nodes: tree.count() };
}

/** Compares the stored nodes with leaves, as these come, and with each other. */
function storedTree(client: ClientBase, faults: Faults) {
  const peaks: Node[] = [];
  let count = 0;
  const compare = async (expected: Node[], kind: "leaf" | "node") => {
    const stored = await readNodes(client, expected);
    count += stored.size;
    for (const node of expected) {
      if (stored.get(placeOf(node)) !== node.hash) faults.add(kind, placeOf(node));
    }
    return stored;
  };
  return {
    count: () => count,
    async add(leaves: Node[]) {
      const stored = await compare(leaves, "leaf");
      const above: Node[] = [];
      // On top of the leaves as they are stored: one that is wrong is named once, and not with all that is above it.
      for (const leaf of leaves)
        grow(peaks, { ...leaf, hash: stored.get(placeOf(leaf)) ?? leaf.hash }, above);
      await compare(above, "node");
    },
  };
}

/** Puts a leaf to complete subtrees; those that it completes are added to `above`. */
function grow(peaks: Node[], leaf: Node, above: Node[]): void {
  let peak = leaf;
  while (peaks.at(-1)?.level === peak.level) {
    const left = peaks.pop() ?? peak;
    const hash = named(nodeHash(bytes(left.hash), bytes(peak.hash)));
    peak = { level: peak.level + 1, index: Math.floor(peak.index / 2), hash };
    above.push(peak);
  }
  peaks.push(peak);
}

const bytes = (hash: string) => hexToBytes(hash.slice("sha256:".length));
const placeOf = ({ level, index }: Pick<Node, "level" | "index">) => `${level}/${index}`;

async function readNodes(client: ClientBase, wanted: Node[]): Promise<Map<string, string>> {
  const { rows } = await client.query<Node>(
    `SELECT n.level, n.index, n.hash FROM unnest($1::int[], $2::int[]) AS w (level, index)
       JOIN log_node AS n ON n.level = w.level AND n.index = w.index`,
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  return new Map(rows.map((row) => [placeOf(row), `sha256:${row.hash}`]));
}

/** That the tree has as many leaves as there are revisions, and as many nodes as so many leaves make. */
async function checkSize(client: ClientBase, faults: Faults): Promise<void> {
  const { rows } = await client.query<{ revisions: number; leaves: number; nodes: number }>(
    `SELECT (SELECT count(*) FROM revision)::int AS revisions, count(*) FILTER (WHERE level = 0)::int AS leaves,
       count(*)::int AS nodes FROM log_node`,
  );
  const { revisions = 0, leaves = 0, nodes = 0 } = rows[0] ?? {};
  let expected = 0;
  for (let level = leaves; level > 0; level = Math.floor(level / 2)) expected += level;
  if (leaves !== revisions || nodes !== expected) faults.add("size", `${revisions}/${leaves}/${nodes}`);
}
