import { setTimeout as delay } from "node:timers/promises";
import { hexToBytes } from "@noble/hashes/utils.js";
import type { ClientBase } from "pg";
import { formatHash } from "@/lib/record/transparency-log/leaf";
import { nodeHash } from "@/lib/record/transparency-log/tree";
import type { Findings } from "./findings";
import { checkRevision, readRevisions } from "./revisions";

// Larger batches would block the event loop noticeably.
const BATCH = 50;

type Node = { level: number; index: number; hash: string };

/**
 * Checks all revisions in log order and the Merkle tree over them, in batches with pauses. Returns the
 * numbers of revisions and nodes that it compared.
 */
export async function checkLog(
  client: ClientBase,
  findings: Findings,
  pauseMs: number,
): Promise<{ revisions: number; nodes: number }> {
  const tree = storedTree(client, findings);
  let [next, revisions]: [number, number] = [0, 0];
  let before: Date | null = null;
  for (;;) {
    const rows = await readRevisions(client, next, BATCH);
    const leaves: Node[] = [];
    for (const row of rows) {
      if (row.log_index !== next) findings.add("order", `${row.claim_id}, ${row.number}`);
      leaves.push({ level: 0, index: row.log_index, hash: checkRevision(row, before, findings) });
      [before, next] = [row.published_at, row.log_index + 1];
    }
    await tree.add(leaves);
    revisions += rows.length;
    if (rows.length < BATCH) break;
    await delay(pauseMs);
  }
  await checkSize(client, findings);
  return { revisions, nodes: tree.count() };
}

/** Compares the stored nodes with the expected leaves, added in order, and with each other. */
function storedTree(client: ClientBase, findings: Findings) {
  const peaks: Node[] = [];
  let count = 0;
  const compare = async (expected: Node[], kind: "leaf" | "node") => {
    const stored = await readNodes(client, expected);
    count += stored.size;
    for (const node of expected) {
      if (stored.get(nodeId(node)) !== node.hash) findings.add(kind, nodeId(node));
    }
    return stored;
  };
  return {
    count: () => count,
    async add(leaves: Node[]) {
      const stored = await compare(leaves, "leaf");
      const above: Node[] = [];
      // Built on the stored leaves, so that a wrong leaf is reported once and not with every node above it.
      for (const leaf of leaves) grow(peaks, { ...leaf, hash: stored.get(nodeId(leaf)) ?? leaf.hash }, above);
      await compare(above, "node");
    },
  };
}

/** Appends a leaf to the complete subtrees `peaks`; nodes that it completes are added to `above`. */
function grow(peaks: Node[], leaf: Node, above: Node[]): void {
  let peak = leaf;
  while (peaks.at(-1)?.level === peak.level) {
    const left = peaks.pop() ?? peak;
    const hash = formatHash(nodeHash(bytes(left.hash), bytes(peak.hash)));
    peak = { level: peak.level + 1, index: Math.floor(peak.index / 2), hash };
    above.push(peak);
  }
  peaks.push(peak);
}

const bytes = (hash: string) => hexToBytes(hash.slice("sha256:".length));
const nodeId = ({ level, index }: Pick<Node, "level" | "index">) => `${level}/${index}`;

async function readNodes(client: ClientBase, wanted: Node[]): Promise<Map<string, string>> {
  const { rows } = await client.query<Node>(
    `SELECT n.level, n.index, n.hash FROM unnest($1::int[], $2::int[]) AS w (level, index)
       JOIN log_node AS n ON n.level = w.level AND n.index = w.index`,
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  return new Map(rows.map((row) => [nodeId(row), `sha256:${row.hash}`]));
}

/** Checks that the tree has one leaf per revision, and the number of nodes that follows from it. */
async function checkSize(client: ClientBase, findings: Findings): Promise<void> {
  const { rows } = await client.query<{ revisions: number; leaves: number; nodes: number }>(
    `SELECT (SELECT count(*) FROM revision)::int AS revisions, count(*) FILTER (WHERE level = 0)::int AS leaves,
       count(*)::int AS nodes FROM log_node`,
  );
  const { revisions = 0, leaves = 0, nodes = 0 } = rows[0] ?? {};
  let expected = 0;
  for (let level = leaves; level > 0; level = Math.floor(level / 2)) expected += level;
  if (leaves !== revisions || nodes !== expected) findings.add("size", `${revisions}/${leaves}/${nodes}`);
}
