import { authorize, type Context } from "@/lib/desk/auth/permissions";
import type { Candidate, Stage } from "@/lib/desk/claims/schema";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { nameKeys } from "@/lib/text/name-key";
import { lookupName } from "@/lib/text/normalize";
import { loadCandidates, type NamedEntityKind } from "./candidates";
import { findSimilarNames, MAX_CANDIDATES, type SimilarNames } from "./similar-names";

const [PAGE, CLAIMS_PAGE] = [50, 50];

/** A page of claimants or topics; `next` is the cursor of the next page (a key), null at the end. */
export type NamedEntityPage = { lines: Required<Candidate>[]; total: number; next: string | null };

/** Finds claimants or topics with a similar name, most similar first; without a name, lists all by key. */
export async function searchNamedEntities(
  context: Context,
  named: NamedEntityKind,
  { q = "", after = "" }: { q?: string; after?: string },
): Promise<NamedEntityPage> {
  authorize(context, "claimant.manage");
  const [afterKey, limit] = [lookupName(after), PAGE + 1];
  const { candidates: lines, total } = await transaction((tx) =>
    nameKeys(q).length > 0
      ? findSimilarNames(tx, named, [q], { limit, after: afterKey })
      : listByKey(tx, named, limit, afterKey),
  );
  const page = lines.slice(0, PAGE);
  return { lines: page, total, next: lines.length > PAGE ? (page.at(-1)?.key ?? null) : null };
}

async function listByKey(
  tx: Transaction,
  named: NamedEntityKind,
  limit: number,
  after: string,
): Promise<SimilarNames> {
  const order = Prisma.sql`ORDER BY n.key LIMIT ${limit}`;
  const total = await (named === "claimant" ? tx.claimant.count() : tx.topic.count());
  return { candidates: await loadCandidates(tx, named, Prisma.sql`n.key > ${after}`, order), total };
}

/** Suggests claimants with a similar name for a form, most similar first, with their total. */
export async function suggestClaimants(context: Context, q: string): Promise<SimilarNames> {
  authorize(context, "desk.read");
  return transaction((tx) => findSimilarNames(tx, "claimant", [q], { limit: MAX_CANDIDATES }));
}

/** A claimant or topic by its key. Throws `not_found`. */
export async function getNamedEntity(
  context: Context,
  named: NamedEntityKind,
  key: string,
): Promise<{ id: string; key: string; version: number; names: Localized; claims: number }> {
  authorize(context, "claimant.manage");
  const one = {
    where: { key: lookupName(key) },
    select: { id: true, version: true, names: true, _count: { select: { claims: true } } },
  };
  const row = await (named === "claimant" ? db().claimant.findUnique(one) : db().topic.findUnique(one));
  if (!row) throw new AppError("not_found", `There is no ${named} ${key}.`);
  const { id, version, names, _count } = row;
  return { id, key, version, names: localizedSchema.parse(names), claims: _count.claims };
}

/** A claim in the list of its claimant. */
export type ClaimListItem = { id: string; slug: string; text: Texts; language: string; stage: Stage };

/**
 * A page of a claimant's claims, newest first; `next` is the cursor of the next page (an id), null at the
 * end.
 */
export async function listClaimsOfClaimant(
  context: Context,
  claimantId: string,
  after?: string,
): Promise<{ claims: ClaimListItem[]; next: string | null }> {
  authorize(context, "claimant.manage");
  const rows = await db().claim.findMany({
    where: { claimantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(after && { cursor: { id: lookupName(after) }, skip: 1 }),
    take: CLAIMS_PAGE + 1,
    include: { translations: true },
  });
  const page = rows.slice(0, CLAIMS_PAGE);
  return {
    claims: page.map(({ id, slug, text, language, stage, translations }) => ({
      id,
      slug,
      language,
      stage,
      text: textsByLanguage({ language, text, translations }),
    })),
    next: rows.length > CLAIMS_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
