import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsOf } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { nameKeys } from "@/lib/text/name-key";
import { lookupName } from "@/lib/text/normalize";
import type { Candidate, Stage } from "../schema";
import { candidates, type NamedKind } from "./alike";
import { findSimilar, MOST_OFFERED, type Similar } from "./similar";

const [PAGE, MOST_CLAIMS] = [50, 50];

/** A page of claimants or topics; `next` is the key that the page behind begins after, null at the end. */
export type NamedPage = { lines: Required<Candidate>[]; total: number; next: string | null };

/** Those with a name like the one that is looked for, the closest first; all of them by key where nothing is typed. */
export async function searchNamed(
  context: Context,
  named: NamedKind,
  { q = "", after = "" }: { q?: string; after?: string },
): Promise<NamedPage> {
  authorize(context, "claimant.manage");
  const [behind, limit] = [lookupName(after), PAGE + 1];
  const { candidates: lines, total } = await transaction((tx) =>
    nameKeys(q).length > 0
      ? findSimilar(tx, named, [q], { limit, after: behind })
      : listNamed(tx, named, limit, behind),
  );
  const page = lines.slice(0, PAGE);
  return { lines: page, total, next: lines.length > PAGE ? (page.at(-1)?.key ?? null) : null };
}

async function listNamed(tx: Transaction, named: NamedKind, limit: number, after: string): Promise<Similar> {
  const order = Prisma.sql`ORDER BY n.key LIMIT ${limit}`;
  const total = await (named === "claimant" ? tx.claimant.count() : tx.topic.count());
  return { candidates: await candidates(tx, named, Prisma.sql`n.key > ${after}`, order), total };
}

/** The claimants with a name like this one, the closest first, and how many there are: what a form offers. */
export async function offerClaimants(context: Context, q: string): Promise<Similar> {
  authorize(context, "desk.read");
  return transaction((tx) => findSimilar(tx, "claimant", [q], { limit: MOST_OFFERED }));
}

/** A claimant or topic by its key. Throws `not_found`. */
export async function getNamed(
  context: Context,
  named: NamedKind,
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

/** A claim in the list of its claimant's. */
export type ClaimLine = { id: string; slug: string; text: Texts; language: string; stage: Stage };

/** A page of a claimant's claims, the latest made first; `next` is the id that the page behind begins after. */
export async function listClaimsOf(
  context: Context,
  claimantId: string,
  after?: string,
): Promise<{ claims: ClaimLine[]; next: string | null }> {
  authorize(context, "claimant.manage");
  const rows = await db().claim.findMany({
    where: { claimantId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(after && { cursor: { id: lookupName(after) }, skip: 1 }),
    take: MOST_CLAIMS + 1,
    include: { translations: true },
  });
  const page = rows.slice(0, MOST_CLAIMS);
  return {
    claims: page.map(({ id, slug, text, language, stage, translations }) => ({
      id,
      slug,
      language,
      stage,
      text: textsOf({ language, text, translations }),
    })),
    next: rows.length > MOST_CLAIMS ? (page.at(-1)?.id ?? null) : null,
  };
}
