import { createCandidateFinder } from "@/lib/desk/articles/outdated-quotes";
import { listRemovedRows } from "@/lib/desk/audit/removed-rows";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { quoteOf } from "@/lib/public/projection/snapshot";
import { lookupName } from "@/lib/text/normalize";
import type { Quote } from "@/lib/text/quote";
import type { Priority, Stage } from "./schema";

/** The source of a claim: a quote in a version of an article's text. */
export type DeskSource = {
  articleId: string;
  articleSlug: string;
  title: string;
  language: string;
  quote: Quote;
  /** The number of the version that holds the quote, and of the article's newest version. */
  capturedIn: number;
  newest: number;
};

/** A claim for its desk page, without evidence and proposals, which have their own queries. */
export type DeskClaim = {
  id: string;
  slug: string;
  version: number;
  stage: Stage;
  /** When the claim was released before a verdict; null while it is internal. */
  releasedAt: Date | null;
  /** A BCP 47 tag. */
  language: string;
  text: Texts;
  /** Null if no claimant is named. */
  claimant: { key: string; names: Localized } | null;
  claimedOn: string | null;
  topics: string[];
  assignee: { id: string; name: string } | null;
  /** ISO 8601 date. */
  dueOn: string | null;
  priority: Priority;
  createdBy: string;
  updatedAt: Date;
  revisions: number;
  source: DeskSource | null;
  appearances: Array<{
    id: string;
    url: string;
    title: string | null;
    publisher: string | null;
    language: string | null;
    publishedOn: string | null;
    change: Localized;
  }>;
};

/** A claim by its slug, for staff. Throws `not_found`. */
export async function getDeskClaim(context: Context, slug: string): Promise<DeskClaim> {
  authorize(context, "desk.read");
  const claim = await db().claim.findUnique({
    where: { slug: lookupName(slug) },
    include: {
      claimant: true,
      translations: true,
      topics: { include: { topic: true }, orderBy: { topic: { key: "asc" } } },
      assignee: { select: { id: true, name: true } },
      createdBy: { select: { name: true } },
      appearances: {
        orderBy: { position: "asc" },
        include: {
          articleVersion: {
            include: {
              article: {
                include: { versions: { orderBy: { number: "desc" }, take: 1, select: { number: true } } },
              },
            },
          },
        },
      },
      _count: { select: { revisions: true } },
    },
  });
  if (!claim) throw new AppError("not_found", `There is no claim ${slug}.`);
  const { id, version, stage, releasedAt, claimedOn, assignee, dueOn, priority, updatedAt } = claim;
  const [source, ...others] = claim.appearances;
  const quote = source && quoteOf(source);
  const captured = source?.articleVersion;
  const article = captured?.article;
  return {
    id,
    slug,
    version,
    stage,
    releasedAt,
    claimedOn,
    assignee,
    dueOn,
    priority,
    updatedAt,
    language: claim.language,
    text: textsByLanguage(claim),
    claimant: claim.claimant && {
      key: claim.claimant.key,
      names: localizedSchema.parse(claim.claimant.names),
    },
    topics: claim.topics.map(({ topic }) => topic.key),
    createdBy: claim.createdBy.name,
    revisions: claim._count.revisions,
    source:
      article && quote
        ? {
            articleId: article.id,
            articleSlug: article.slug,
            title: article.title,
            language: article.language,
            quote,
            capturedIn: captured.number,
            newest: article.versions[0]?.number ?? captured.number,
          }
        : null,
    appearances: others.map((row) => ({
      id: row.id,
      url: row.url ?? "",
      title: row.title,
      publisher: row.publisher,
      language: row.language,
      publishedOn: row.publishedOn,
      change: localizedSchema.parse(row.change),
    })),
  };
}

/** The newest text of a claim's article, and the passages most similar to the quote. */
export type NewerText = { number: number; text: string; candidates: Quote[] };

/** The newest text of the article if the claim quotes an earlier version; else null. */
export async function findNewerText(context: Context, source: DeskSource): Promise<NewerText | null> {
  authorize(context, "desk.read");
  const newest = await db().articleVersion.findFirst({
    where: { articleId: source.articleId, number: { gt: source.capturedIn } },
    orderBy: { number: "desc" },
    select: { number: true, text: true },
  });
  return newest && { ...newest, candidates: createCandidateFinder(newest.text)(source.quote) };
}

/** The options of a claim form: the desk's topics. */
export type ClaimChoices = { topics: Array<{ key: string; names: Localized }> };

/** The desk's topics, by key. */
export async function listClaimChoices(context: Context): Promise<ClaimChoices> {
  authorize(context, "desk.read");
  const topics = await db().topic.findMany({ orderBy: { key: "asc" }, select: { key: true, names: true } });
  return { topics: topics.map(({ key, names }) => ({ key, names: localizedSchema.parse(names) })) };
}

/** A removed appearance, who removed it and when. */
export type RemovedAppearanceItem = { id: string; place: string; by: string; at: Date };

/** The appearances that were removed from a claim within the last day, newest first. */
export async function listRemovedAppearances(
  context: Context,
  claimId: string,
): Promise<RemovedAppearanceItem[]> {
  authorize(context, "desk.read");
  const removed = await listRemovedRows(db(), "appearance", claimId, context.now());
  return removed.map(({ id, row, by, at }) => {
    const { title, publisher, url } = row as { [key: string]: string | null };
    return { id, place: title ?? publisher ?? url ?? "", by, at };
  });
}
