import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { RevisionKind, Status } from "@/lib/verdicts/schema";
import { badCursor, decodeCursor, encodeCursor } from "./cursor";
import type { PublicVerdict } from "./schema";
import { publishedStatus } from "./status";
import type { RevisionDocument } from "./writer";

/** A correction or retraction: the claim it is about, the verdict as it is since, and the two ratings. */
export type Correction = {
  slug: string;
  text: Record<string, string>;
  language: string;
  verdict: PublicVerdict;
  statusBefore: Status;
  status: Status;
};

/** One page of them, the newest first; `next` is the cursor of the page behind it, null at the end. */
export type CorrectionPage = { rows: Correction[]; next: string | null };

const ORDER = "corrections";
const kinds: RevisionKind[] = ["correction", "retraction"];

/** Corrections and retractions, the newest first. Throws `invalid` for a cursor that is none of this list. */
export async function listCorrections({
  after,
  limit = 50,
}: {
  after?: string;
  limit?: number;
}): Promise<CorrectionPage> {
  const found = await db().revision.findMany({
    where: { kind: { in: kinds }, ...(after === undefined ? {} : olderThan(after)) },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, claimId: true, number: true, document: true, hash: true, publishedAt: true },
  });
  const page = found.slice(0, limit);
  const before = await statusesBefore(page);
  const last = page.at(-1);
  return {
    rows: page.map(({ claimId, number, document, hash }) => {
      const { slug, claim, verdict } = document as unknown as RevisionDocument;
      return {
        slug,
        text: claim.text,
        language: claim.language,
        verdict: { ...verdict, hash },
        statusBefore: before.get(`${claimId} ${number - 1}`) ?? verdict.rating,
        status: publishedStatus(verdict),
      };
    }),
    next:
      last && found.length > limit
        ? encodeCursor(ORDER, { value: last.publishedAt.toISOString(), id: last.id })
        : null,
  };
}

function olderThan(after: string): Prisma.RevisionWhereInput {
  const { value, id } = decodeCursor(after, ORDER, "after");
  const publishedAt = new Date(value);
  if (Number.isNaN(publishedAt.getTime())) throw badCursor("after");
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] };
}

/** What stood before each of these revisions, by the claim and the number of what stood. */
async function statusesBefore(
  rows: Array<{ claimId: string; number: number }>,
): Promise<Map<string, Status>> {
  const previous = await db().revision.findMany({
    where: { OR: rows.map(({ claimId, number }) => ({ claimId, number: number - 1 })) },
    select: { claimId: true, number: true, kind: true, rating: true },
  });
  return new Map(previous.map((row) => [`${row.claimId} ${row.number}`, publishedStatus(row)]));
}
