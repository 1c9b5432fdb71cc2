import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { lockLog } from "@/lib/platform/db/log-lock";
import type { Transaction } from "@/lib/platform/db/transaction";
import { type Publication, publicationLeaf } from "./leaf";
import { completedNodes, leftSiblings, type NodeHash, type NodePosition } from "./tree";

/** The Prisma client, inside or outside a transaction. */
type Reader = Pick<Transaction, "logNode">;

/** The number of publications in the log. */
export async function treeSize(reader: Reader): Promise<number> {
  const last = await reader.logNode.findFirst({
    where: { level: 0 },
    orderBy: { index: "desc" },
    select: { index: true },
  });
  return (last?.index ?? -1) + 1;
}

/** The time of the last publication; null for an empty log. Locks the log until the transaction ends. */
export async function lastPublishedAt(tx: Transaction): Promise<Date | null> {
  await lockLog(tx);
  const last = await tx.revision.findFirst({ orderBy: { logIndex: "desc" }, select: { publishedAt: true } });
  return last?.publishedAt ?? null;
}

/**
 * Appends a publication to the log, with the nodes of every subtree that it completes, and returns its index. Locks the log
 * until the transaction ends.
 */
export async function appendPublication(tx: Transaction, publication: Publication): Promise<number> {
  await lockLog(tx);
  const index = await treeSize(tx);
  const siblings = await readNodes(tx, leftSiblings(index));
  const nodes = completedNodes(index, publicationLeaf(publication), siblings);
  await tx.logNode.createMany({ data: nodes.map((node) => ({ ...node, hash: bytesToHex(node.hash) })) });
  return index;
}

/**
 * Reads the hashes of these nodes in one query. Nodes never change and are written together with their publication, so that
 * the nodes of a tree of a given size are the same at any later time.
 */
export async function readNodes(reader: Reader, positions: NodePosition[]): Promise<NodeHash> {
  if (positions.length === 0) return nodeHashLookup(new Map());
  const rows = await reader.logNode.findMany({
    where: { OR: positions.map(({ level, index }) => ({ level, index })) },
  });
  return nodeHashLookup(new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash])));
}

function nodeHashLookup(hashes: Map<string, string>): NodeHash {
  return ({ level, index }) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`The log's node ${index} of level ${level} is missing.`);
    return hexToBytes(hash);
  };
}
