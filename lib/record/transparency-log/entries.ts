import { snapshotStream } from "@/lib/platform/db/snapshot-stream";
import type { Transaction } from "@/lib/platform/db/transaction";
import { hashOf } from "@/lib/record/canonical-hash";
import { frozenDocument } from "@/lib/record/revision";
import { revisionDocument } from "@/lib/record/revision-hash";
import { named, publicationLeaf } from "./leaf";
import { treeSize } from "./nodes";
import type { EntriesQuery, LogEntry } from "./schema";

const BATCH = 100;

/** A part of the log as a stream of its text, `start` to `end`, both included, as far as the log goes. */
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
    leaf: named(publicationLeaf({ claim: claimId, revision: number, hash, documentHash })),
    record: revisionDocument(frozenDocument(document), hash, origin),
    // Of what is there now, the leaf of what was noted then: a change to what exports do not show is found so.
    documentHash: named(hashOf(document)),
  }));
}
