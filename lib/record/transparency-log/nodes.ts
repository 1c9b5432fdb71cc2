import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { lockLog } from "@/lib/platform/db/log-lock";
import type { Transaction } from "@/lib/platform/db/transaction";
import { type Publication, publicationLeaf } from "./leaf";
import { completedBy, type NodeHash, type Place, siblingsOf } from "./tree";

/** The reading half of the database's client: of a transaction, or none. */
type Reader = Pick<Transaction, "logNode">;

/** How many publications the log holds. */
export async function treeSize(reader: Reader): Promise<number> {
  const last = await reader.logNode.findFirst({
    where: { level: 0 },
    orderBy: { index: "desc" },
    select: { index: true },
  });
  return (last?.index ?? -1) + 1;
}

/** When the last publication of the log was published; null for an empty log. Holds the log until the transaction ends. */
export async function lastPublishedAt(tx: Transaction): Promise<Date | null> {
  await lockLog(tx);
  const last = await tx.revision.findFirst({ orderBy: { logIndex: "desc" }, select: { publishedAt: true } });
  return last?.publishedAt ?? null;
}

/**
 * Appends a publication to the log, with every subtree that it completes; answers its index. Holds the log until the
 * transaction ends, so that no other publication comes between.
 */
export async function appendPublication(tx: Transaction, publication: Publication): Promise<number> {
  await lockLog(tx);
  const index = await treeSize(tx);
  const siblings = await readNodes(tx, siblingsOf(index));
  const nodes = completedBy(index, publicationLeaf(publication), siblings);
  await tx.logNode.createMany({ data: nodes.map((node) => ({ ...node, hash: bytesToHex(node.hash) })) });
  return index;
}

/**
 * The hashes of these nodes in one read. Nodes never change, and a publication appears with all that it completes: so
 * what is read for a tree of some size is the same at any later moment.
 */
export async function readNodes(reader: Reader, places: Place[]): Promise<NodeHash> {
  if (places.length === 0) return lookUp(new Map());
  const rows = await reader.logNode.findMany({
    where: { OR: places.map(({ level, index }) => ({ level, index })) },
  });
  return lookUp(new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash])));
}

function lookUp(hashes: Map<string, string>): NodeHash {
  return ({ level, index }) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`The log's node ${index} of level ${level} is missing.`);
    return hexToBytes(hash);
  };
}
