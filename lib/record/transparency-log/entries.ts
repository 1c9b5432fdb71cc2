import { snapshotStream } from "@/lib/platform/db/snapshot-stream";
import type { Transaction } from "@/lib/platform/db/transaction";
import { hashOf } from "@/lib/record/canonical-hash";
import { parseFrozenDocument } from "@/lib/record/revision";
import { revisionDocument } from "@/lib/record/revision-hash";
import { formatHash, publicationLeaf } from "./leaf";
import { treeSize } from "./nodes";
import type { EntriesQuery, LogEntry } from "./schema";

const BATCH = 100;

/** Streams the entries `start` to `end` (inclusive, as far as the log goes) as JSON text. */
export function exportEntries({ start, end }: EntriesQuery, origin: string): ReadableStream<Uint8Array> {
  return snapshotStream(async (tx, write) => {
    const size = await treeSize(tx);
    await write(`{"treeSize":${size},"entries":[`);
    const last = Math.min(end, size - 1);
    for (let from = start; from <= last; from += BATCH) {
      const entries = await readEntries(tx, { start: from, end: Math.min(last, from + BATCH - 1) }, origin);
      await write(
        entries.map((entry) => `${entry.index > start ? "," : ""}\n${JSON.stringify(entry)}`).join(""),
      );
    }
    await write("\n]}\n");
  });
}

async function readEntries(
  tx: Transaction,
  { start, end }: EntriesQuery,
  origin: string,
): Promise<LogEntry[]> {
  const rows = await tx.revision.findMany({
    where: { logIndex: { gte: start, lte: end } },
    orderBy: { logIndex: "asc" },
  });
  return rows.map(({ logIndex, claimId, number, hash, documentHash, document }) => ({
    index: logIndex,
    leaf: formatHash(publicationLeaf({ claim: claimId, revision: number, hash, documentHash })),
    record: revisionDocument(parseFrozenDocument(document), hash, origin),
    // Recomputed from the stored document, while the leaf has the logged hash: so a check finds changes outside exports too.
    documentHash: formatHash(hashOf(document)),
  }));
}
