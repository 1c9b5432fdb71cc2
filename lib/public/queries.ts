import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import type { Cursor } from "./cursor";
import { decodeCursor, encodeCursor } from "./cursor";
import type { ClaimQuery, SortKey } from "./filters";
import type { PublicClaim } from "./schema";
import { publishedStatus } from "./status";
import { whereOf } from "./where";
import type { RevisionDocument } from "./writer";

/** A page of the claim table. `next` and `previous` are cursors, null at either end; `total` counts all that match. */
export type ClaimPage = { rows: PublicClaim[]; total: number; next: string | null; previous: string | null };

type OrderColumn = keyof Pick<
  Prisma.PublicClaimGetPayload<object>,
  | "updatedAt"
  | "publishedOrder"
  | "claimEn"
  | "claimAr"
  | "claimantEn"
  | "claimantAr"
  | "publisherOrder"
  | "statusRank"
  | "evidenceCount"
>;

function orderColumn(key: SortKey, locale: LocaleId): OrderColumn {
  const columns: Record<SortKey, OrderColumn> = {
    updated: "updatedAt",
    published: "publishedOrder",
    claim: locale === "ar" ? "claimAr" : "claimEn",
    claimant: locale === "ar" ? "claimantAr" : "claimantEn",
    publisher: "publisherOrder",
    rating: "statusRank",
    evidence: "evidenceCount",
  };
  return columns[key];
}

/**
 * One page of the public table in the order asked for; texts are ordered as the locale shows them.
 * Throws `invalid` for a cursor that is none.
 */
export async function listClaims(query: ClaimQuery, locale: LocaleId = "en"): Promise<ClaimPage> {
  const descending = query.sort.startsWith("-");
  const column = orderColumn(query.sort.replace(/^-/, "") as SortKey, locale);
  const backwards = query.before !== undefined && query.after === undefined;
  const cursor = backwards
    ? decodeCursor(query.before ?? "", query.sort, "before")
    : query.after === undefined
      ? null
      : decodeCursor(query.after, query.sort, "after");
  const direction = descending !== backwards ? "desc" : "asc";
  const where = whereOf(query);
  const [total, found] = await Promise.all([
    db().publicClaim.count({ where }),
    db().publicClaim.findMany({
      where: cursor ? { AND: [where, beyond(column, direction, cursor)] } : where,
      orderBy: [{ [column]: direction }, { claimId: direction }],
      take: query.limit + 1,
    }),
  ]);
  const more = found.length > query.limit;
  const page = found.slice(0, query.limit);
  if (backwards) page.reverse();
  const place = (row: (typeof page)[number] | undefined) => {
    if (!row) return null;
    const value = row[column];
    return encodeCursor(query.sort, {
      value: value instanceof Date ? value.toISOString() : value,
      id: row.claimId,
    });
  };
  return {
    rows: page.map(({ document }) => document as unknown as PublicClaim),
    total,
    next: backwards || more ? place(page.at(-1)) : null,
    previous: backwards ? (more ? place(page[0]) : null) : cursor ? place(page[0]) : null,
  };
}

function beyond(
  column: OrderColumn,
  direction: "asc" | "desc",
  { value, id }: Cursor,
): Prisma.PublicClaimWhereInput {
  const past = direction === "asc" ? "gt" : "lt";
  return { OR: [{ [column]: { [past]: value } }, { [column]: value, claimId: { [past]: id } }] };
}

/** One public claim by its slug. Throws `not_found`. */
export async function getClaim(slug: string): Promise<PublicClaim> {
  const row = await db().publicClaim.findUnique({ where: { slug }, select: { document: true } });
  if (!row) throw new AppError("not_found", `There is no public claim ${slug}.`);
  return row.document as unknown as PublicClaim;
}

/** The claim as it stood in one of its published revisions. Throws `not_found`. */
export async function getRevision(slug: string, number: number): Promise<PublicClaim> {
  const current = await getClaim(slug);
  const row = await db().revision.findUnique({
    where: { claimId_number: { claimId: current.id, number } },
    select: { document: true, hash: true },
  });
  if (!row) throw new AppError("not_found", `The claim ${slug} has no revision ${number}.`);
  const { verdict, ...frozen } = row.document as unknown as RevisionDocument;
  return {
    ...current,
    ...frozen,
    status: publishedStatus(verdict),
    verdict: { ...verdict, hash: row.hash },
    updatedAt: verdict.publishedAt,
  };
}
