import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { PublicAppearance, PublicEvidence, PublicSource, Quote, Snapshot } from "@/lib/record/revision";
import { directionOfLanguage } from "@/lib/text/direction";

/** The relations that a snapshot of a claim needs. */
export const snapshotInclude = {
  claimant: true,
  translations: true,
  topics: { include: { topic: true }, orderBy: { topic: { key: "asc" } } },
  appearances: {
    orderBy: { position: "asc" },
    include: { articleVersion: { include: { article: true, translations: true } } },
  },
  evidence: { orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies Prisma.ClaimInclude;

type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof snapshotInclude }>;
type AppearanceRow = ClaimRow["appearances"][number];

const localized = (json: unknown): Localized => localizedSchema.parse(json);

/** Returns the snapshot of a claim from its rows. */
export function snapshotOf(row: ClaimRow): Snapshot {
  const [source, ...others] = row.appearances;
  return {
    claim: {
      text: {
        [row.language]: row.text,
        ...Object.fromEntries(row.translations.map((t) => [t.language, t.text])),
      },
      language: row.language,
      claimant: row.claimant && { key: row.claimant.key, names: localized(row.claimant.names) },
      claimedOn: row.claimedOn,
      topics: row.topics.map(({ topic }) => ({ key: topic.key, names: localized(topic.names) })),
    },
    source: source ? sourceOf(source) : null,
    appearances: others.map(appearanceOf),
    evidence: row.evidence.map(evidenceOf),
  };
}

/** Returns the quote of an appearance; null if it has none. */
export function quoteOf(row: {
  quoteExact: string | null;
  quotePrefix: string | null;
  quoteSuffix: string | null;
  quoteStart: number | null;
  quoteEnd: number | null;
}): Quote | null {
  if (row.quoteExact === null || row.quoteStart === null || row.quoteEnd === null) return null;
  return {
    exact: row.quoteExact,
    prefix: row.quotePrefix ?? "",
    suffix: row.quoteSuffix ?? "",
    start: row.quoteStart,
    end: row.quoteEnd,
  };
}

function sourceOf(row: AppearanceRow): PublicSource {
  const article = row.articleVersion?.article;
  const language = article?.language ?? row.language ?? "und";
  return {
    article: article?.slug ?? null,
    version: row.articleVersion?.number ?? null,
    kind: article?.kind ?? null,
    disclosure: localized(article?.disclosure ?? {}),
    title: article?.title ?? row.title,
    titleTranslations: localized(
      Object.fromEntries(row.articleVersion?.translations.map((t) => [t.language, t.title]) ?? []),
    ),
    publisher: article?.publisher ?? row.publisher ?? new URL(row.url ?? "").hostname,
    author: article?.author ?? null,
    url: article?.url ?? row.url,
    archiveUrl: article?.archiveUrl ?? null,
    language,
    direction: article?.direction ?? directionOfLanguage(language),
    publishedOn: article?.publishedOn ?? row.publishedOn,
    quote: quoteOf(row),
  };
}

function appearanceOf(row: AppearanceRow): PublicAppearance {
  const article = row.articleVersion?.article;
  return {
    article: article?.slug ?? null,
    url: article?.url ?? row.url,
    title: article?.title ?? row.title,
    publisher: article?.publisher ?? row.publisher,
    language: article?.language ?? row.language,
    publishedOn: article?.publishedOn ?? row.publishedOn,
    quote: quoteOf(row),
    change: localized(row.change),
  };
}

function evidenceOf(row: ClaimRow["evidence"][number]): PublicEvidence {
  const {
    id,
    kind,
    url,
    title,
    publisher,
    publishedOn,
    language,
    stance,
    excerpt,
    archiveUrl,
    accessedOn,
    linkAnswers,
  } = row;
  return {
    id,
    kind,
    url,
    title,
    publisher,
    publishedOn,
    language,
    stance,
    excerpt,
    note: localized(row.note),
    protection: localized(row.protection),
    archiveUrl,
    accessedOn,
    linkAnswers,
  };
}
