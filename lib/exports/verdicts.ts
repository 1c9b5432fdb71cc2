import type { Prisma } from "@/lib/db/generated/client";
import { snapshotStream } from "@/lib/db/snapshot-stream";
import type { ClaimFilter } from "@/lib/public/filters";
import type { PublicClaim } from "@/lib/public/schema";
import { whereOf } from "@/lib/public/where";
import { claimDocument } from "./documents";
import { encodeSince } from "./since";

/** What to export, and the words that the clock and the desk's address put in. */
export type VerdictsRequest = { filter: ClaimFilter; since?: bigint; origin: string; now: Date };

const BATCH = 200;

/**
 * The export file as a stream of its text, one consistent snapshot of the database: `count` and `cursor` in its head
 * are those of exactly the verdicts that follow, in the order of publication.
 */
export function exportVerdicts({
  filter,
  since = 0n,
  origin,
  now,
}: VerdictsRequest): ReadableStream<Uint8Array> {
  const where: Prisma.PublicClaimWhereInput = { AND: [whereOf(filter), { sequence: { gt: since } }] };
  return snapshotStream(async (tx, write) => {
    const [count, last] = [
      await tx.publicClaim.count({ where }),
      await tx.publicClaim.aggregate({ _max: { sequence: true } }),
    ];
    const head = {
      format: "veritable.verdicts/1",
      generatedAt: now.toISOString(),
      cursor: encodeSince(last._max.sequence ?? 0n),
      count,
    };
    await write(`${JSON.stringify(head).slice(0, -1)},"verdicts":[`);
    let before = "";
    for await (const row of rowsInOrder(tx, where)) {
      await write(`${before}${JSON.stringify(claimDocument(row, origin))}`);
      before = ",\n";
    }
    await write("]}\n");
  });
}

async function* rowsInOrder(tx: Prisma.TransactionClient, where: Prisma.PublicClaimWhereInput) {
  let after = 0n;
  for (;;) {
    const rows = await tx.publicClaim.findMany({
      where: { AND: [where, { sequence: { gt: after } }] },
      orderBy: { sequence: "asc" },
      take: BATCH,
      select: { sequence: true, document: true },
    });
    for (const row of rows) yield row.document as unknown as PublicClaim;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.sequence;
  }
}
