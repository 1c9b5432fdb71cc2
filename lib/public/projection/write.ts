import canonicalize from "canonicalize";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { parseFrozenDocument, type RevisionDocument, type Snapshot } from "@/lib/record/revision";
import { splitRecord } from "@/lib/record/revision-hash";
import { orderText } from "@/lib/text/order-text";
import { SEARCH_VERSION } from "@/lib/text/search/search-version";
import { searchTokens } from "@/lib/text/search/tokens";
import { buildSearchText } from "@/lib/text/search/word-separation";
import type { PublicClaim } from "./document";
import { snapshotInclude, snapshotOf } from "./snapshot";
import { publicStatus, statusRanks } from "./status";

const NEVER = new Date(0);
/** The claimant key of claims without a claimant; no claimant has it. */
const UNKNOWN = "";

/** The relations that the projection of a claim needs. */
export const projectedInclude = {
  ...snapshotInclude,
  revisions: { orderBy: { number: "asc" } },
} satisfies Prisma.ClaimInclude;
type ProjectedRow = Prisma.ClaimGetPayload<{ include: typeof projectedInclude }>;

/**
 * Updates the published projection of a claim, in the transaction that changed it; does not write an
 * unchanged row. `sequence` is the event that published a verdict; without it the row retains its own.
 */
export async function projectClaim(tx: Transaction, claimId: string, sequence?: bigint): Promise<void> {
  const row = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, include: projectedInclude });
  const columns = projectionOf(row);
  if (!columns) {
    await tx.publicClaim.deleteMany({ where: { claimId } });
    return;
  }
  const data = { ...columns, ...(sequence === undefined ? {} : { sequence }) };
  if (await isUpToDate(tx, claimId, data)) return;
  await tx.publicClaim.upsert({
    where: { claimId },
    // No verdict has the sequence 0: exports begin after it.
    create: { claimId, sequence: 0n, ...data },
    update: data,
  });
}

/**
 * Returns the columns of the projection of a claim; null if it is not public. Those of a published claim come
 * from the hashed documents only.
 */
export function projectionOf(row: ProjectedRow) {
  const frozen = row.revisions.map(({ document }) => parseFrozenDocument(document));
  const last = frozen.at(-1) ?? null;
  const status = publicStatus(row.stage, row.releasedAt !== null, last?.verdict ?? null);
  if (!status) return null;
  const revisions = frozen.map(({ verdict }, n) => ({ ...verdict, hash: row.revisions[n]?.hash ?? "" }));
  const document: PublicClaim = {
    format: last?.format ?? 2,
    id: row.id,
    slug: last?.slug ?? row.slug,
    status,
    ...publicSnapshot(snapshotOf(row), last),
    verdict: revisions.at(-1) ?? null,
    revisions,
    updatedAt: last?.verdict.publishedAt ?? row.updatedAt.toISOString(),
  };
  return columnsOf(document);
}

/**
 * Returns what readers may see: the content of the last revision, so that its hash can be verified; before
 * the first publication the claim without its evidence, which is unchecked.
 */
function publicSnapshot(live: Snapshot, frozen: RevisionDocument | null): Snapshot {
  if (!frozen) return { ...live, evidence: [] };
  const { claim, source, appearances, evidence } = frozen;
  return { claim, source, appearances, evidence };
}

function columnsOf(document: PublicClaim) {
  const { claim, source, verdict } = document;
  const { claimant } = claim;
  const inLocale = (locale: LocaleId) => ({
    claim: orderText(claim.text[locale] ?? claim.text[claim.language] ?? ""),
    claimant: claimant
      ? orderText(pickText(claimant.names, locale, claim.language)?.text ?? claimant.key)
      : UNKNOWN,
  });
  const [en, ar] = [inLocale("en"), inLocale("ar")];
  const publisher = source?.publisher ?? "";
  return {
    slug: document.slug,
    status: document.status,
    statusRank: statusRanks[document.status],
    language: claim.language,
    claimantKey: claimant?.key ?? UNKNOWN,
    publisher,
    articleSlug: source?.article ?? null,
    topics: claim.topics.map(({ key }) => key),
    evidenceCount: document.evidence.length,
    updatedAt: document.updatedAt,
    publishedOrder: verdict?.publishedAt ?? NEVER,
    claimEn: en.claim,
    claimAr: ar.claim,
    claimantEn: en.claimant,
    claimantAr: ar.claimant,
    publisherOrder: orderText(publisher),
    searchText: [claimTexts(document), otherTexts(document)]
      .map((texts) => buildSearchText(texts.join("\n")))
      .join("\n"),
    searchTokens: tokensOf(document),
    searchVersion: SEARCH_VERSION,
    document,
    ...splitRecord(document),
  };
}

/** Returns the search tokens of a document: its quantities and fields. */
function tokensOf(document: PublicClaim): string[] {
  const { claim, source, verdict } = document;
  return searchTokens({
    texts: [...claimTexts(document), ...otherTexts(document)],
    claimants: claim.claimant ? [claim.claimant.key, ...Object.values(claim.claimant.names)] : [],
    topics: claim.topics.flatMap(({ key, names }) => [key, ...Object.values(names)]),
    publishers: source ? [source.publisher] : [],
    dates: [claim.claimedOn, source?.publishedOn, verdict?.publishedAt].filter(
      (date) => typeof date === "string",
    ),
  });
}

/** Returns the texts of the claim and the names of its claimant, in every language. */
function claimTexts({ claim }: PublicClaim): string[] {
  return [...Object.values(claim.text), ...Object.values(claim.claimant?.names ?? {})];
}

/** Returns all other searchable texts. */
function otherTexts({ claim, source, appearances, evidence, verdict }: PublicClaim): string[] {
  return [
    ...claim.topics.flatMap(({ names }) => Object.values(names)),
    ...(source ? [source.title, source.publisher, source.author, source.quote?.exact] : []),
    ...(verdict ? [...Object.values(verdict.summary), ...Object.values(verdict.reasons)] : []),
    ...evidence.flatMap(({ title, publisher, excerpt, note, protection }) => [
      ...[title, publisher, excerpt],
      ...[note, protection].flatMap((texts) => Object.values(texts)),
    ]),
    ...appearances.flatMap((item) => [item.title, item.publisher, ...Object.values(item.change)]),
  ].filter((text): text is string => Boolean(text));
}

/** Whether the row already has these values. A write would invalidate cached responses. */
async function isUpToDate(
  tx: Transaction,
  claimId: string,
  data: Prisma.PublicClaimUncheckedUpdateInput,
): Promise<boolean> {
  const row: Record<string, unknown> | null = await tx.publicClaim.findUnique({ where: { claimId } });
  return (
    row !== null &&
    Object.entries(data).every(([name, value]) => canonicalJson(row[name]) === canonicalJson(value))
  );
}

/** Returns the canonical JSON of a value, for comparison. */
function canonicalJson(value: unknown): string | undefined {
  if (typeof value === "bigint") return value.toString();
  return canonicalize(JSON.parse(JSON.stringify(value ?? null)));
}
