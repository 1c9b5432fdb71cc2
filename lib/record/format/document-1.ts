import { defaultLocale, isLocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import type { ClaimRecord, PublicVerdict } from "@/lib/record/revision";
import { ratingValues } from "@/lib/record/vocabulary";
import type { Verdict1 } from "./schema-1";

/** A claim record with a published verdict. */
export type PublishedRecord = ClaimRecord & { verdict: PublicVerdict };

/** Converts a published record to format 1. `origin` is the desk's public URL, without a trailing slash. */
export function documentFormat1(row: PublishedRecord, origin: string): Verdict1 {
  const { claim, source } = row;
  const { [claim.language]: text = "", ...translations } = claim.text;
  const inClaimLanguage = (texts: Parameters<typeof pickText>[0]) =>
    pickText(texts, isLocaleId(claim.language) ? claim.language : defaultLocale)?.text ?? null;
  return {
    id: row.id,
    slug: row.slug,
    url: `${origin}/claims/${encodeURIComponent(row.slug)}`,
    status: row.status,
    claim: {
      text,
      language: claim.language,
      translations,
      claimant: (claim.claimant && inClaimLanguage(claim.claimant.names)) ?? claim.claimant?.key ?? "",
      claimedAt: claim.claimedOn,
      topics: claim.topics.map(({ key }) => key),
    },
    source: source && {
      title: source.title,
      publisher: source.publisher,
      author: source.author,
      url: source.url,
      archiveUrl: source.archiveUrl,
      language: source.language,
      publishedAt: source.publishedOn,
      quote: source.quote,
    },
    appearances: row.appearances.map(({ url, publisher, publishedOn, quote }) => ({
      url,
      publisher,
      publishedAt: publishedOn,
      quote,
    })),
    verdict: verdictFormat1(row.verdict),
    evidence: row.evidence.map((item) => ({
      url: item.url ?? "",
      title: item.title,
      publisher: item.publisher ?? "",
      publishedAt: item.publishedOn,
      stance: item.stance,
      excerpt: item.excerpt,
      note: inClaimLanguage(item.note),
      archiveUrl: item.archiveUrl,
    })),
  };
}

/** Converts the verdict of a revision to format 1. */
export function verdictFormat1(verdict: PublicVerdict): Verdict1["verdict"] {
  const { rating, summary, reasons, revision, publishedAt, proposedBy, publishedBy, kind, note } = verdict;
  return {
    rating,
    ratingValue: ratingValues[rating],
    summary,
    reasons,
    revision,
    publishedAt,
    proposedBy,
    publishedBy,
    correction: kind === "publication" ? null : { kind, note },
    hash: `sha256:${verdict.hash}`,
    previousHash: verdict.previousHash && `sha256:${verdict.previousHash}`,
  };
}
