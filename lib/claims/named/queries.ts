import { authorize, type Context } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsOf } from "@/lib/i18n/localized";
import { fold } from "@/lib/text/fold";
import { nameKeys } from "@/lib/text/name-key";
import { lookupName } from "@/lib/text/normalize";
import type { Candidate, Stage } from "../schema";
import { candidates, type NamedKind, setSimilarity, similarTo } from "./alike";

const [PAGE, MOST_OFFERED, MOST_CLAIMS] = [50, 8, 50];

/** A page of claimants or topics by key; `next` is where the page behind begins, null at the end. */
export type NamedPage = { lines: Required<Candidate>[]; next: string | null };

/** Those whose name has words that begin with each of these, or is similar; all of them where nothing is typed. */
export async function searchNamed(
  context: Context,
  named: NamedKind,
  { q = "", after = "" }: { q?: string; after?: string },
): Promise<NamedPage> {
  authorize(context, "claimant.manage");
  const condition = Prisma.sql`n.key > ${lookupName(after)} AND ${called(q)}`;
  const order = Prisma.sql`ORDER BY n.key LIMIT ${PAGE + 1}`;
  const lines = await similarly((tx) => candidates(tx, named, condition, order));
  const page = lines.slice(0, PAGE);
  return { lines: page, next: lines.length > PAGE ? (page.at(-1)?.key ?? null) : null };
}

/** The claimants that are called so or similarly, at most eight, the most similar first: what a form offers. */
export async function offerClaimants(context: Context, q: string): Promise<Required<Candidate>[]> {
  authorize(context, "desk.read");
  const keys = nameKeys(q);
  if (keys.length === 0) return [];
  const order = Prisma.sql`ORDER BY n.name_keys && ${keys} DESC,
    word_similarity(${fold(q)}, n.folded_names) DESC, n.key LIMIT ${MOST_OFFERED}`;
  return similarly((tx) => candidates(tx, "claimant", called(q), order));
}

/** Reads with what counts as similar set for this one transaction. */
function similarly<T>(read: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await setSimilarity(tx);
    return read(tx);
  });
}

function called(q: string): Prisma.Sql {
  const [keys, folded] = [nameKeys(q), fold(q)];
  if (keys.length === 0) return Prisma.sql`true`;
  const words = folded.split(" ");
  const begins = words.map(
    (word) => Prisma.sql`n.folded_names LIKE ${`% ${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  return Prisma.sql`((${Prisma.join(begins, " AND ")}) OR n.name_keys && ${keys} OR ${similarTo(folded)})`;
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
