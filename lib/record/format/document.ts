import type { ClaimRecord, PublicVerdict } from "@/lib/record/revision";
import { documentFormat1, type PublishedRecord, verdictFormat1 } from "./document-1";
import type { ClaimDetail, ClaimDocument, VerdictDocument } from "./schema";

/**
 * Converts a claim record to its public JSON document, in the format that its verdict's hash covers. `origin` is the desk's
 * public URL, without a trailing slash.
 */
export function claimDocument(row: ClaimRecord, origin: string): ClaimDocument | VerdictDocument {
  return isFormat1(row) ? documentFormat1(row, origin) : documentFormat2(row, origin);
}

function documentFormat2(row: ClaimRecord, origin: string): ClaimDocument {
  const { id, slug, status, claim, source, verdict } = row;
  return {
    format: "veritable.verdicts/2",
    id,
    slug,
    url: `${origin}/claims/${encodeURIComponent(slug)}`,
    status,
    claim: {
      text: claim.text,
      language: claim.language,
      claimant: claim.claimant,
      claimedAt: claim.claimedOn,
      topics: claim.topics,
    },
    source: source && sourceOf(source),
    appearances: row.appearances.map(({ publishedOn, ...appearance }) => ({
      ...appearance,
      publishedAt: publishedOn,
    })),
    verdict: verdict && verdictOf(verdict),
    evidence: row.evidence.map(({ publishedOn, accessedOn, ...item }) => ({
      ...item,
      publishedAt: publishedOn,
      accessedAt: accessedOn,
    })),
  };
}

/** As {@link claimDocument}, with all published revisions. */
export function claimDetail(row: ClaimRecord & { revisions: PublicVerdict[] }, origin: string): ClaimDetail {
  return isFormat1(row)
    ? { ...documentFormat1(row, origin), revisions: row.revisions.map(verdictFormat1) }
    : { ...documentFormat2(row, origin), revisions: row.revisions.map(verdictOf) };
}

function isFormat1<T extends ClaimRecord>(row: T): row is T & PublishedRecord {
  return row.format === 1 && row.verdict !== null;
}

function sourceOf({
  publishedOn,
  titleTranslations,
  direction,
  ...source
}: NonNullable<ClaimRecord["source"]>) {
  return { ...source, titles: titleTranslations, publishedAt: publishedOn };
}

function verdictOf(verdict: PublicVerdict): NonNullable<ClaimDocument["verdict"]> {
  return { ...verdictFormat1(verdict), fourEyes: verdict.fourEyes };
}
