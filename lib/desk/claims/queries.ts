import { candidatesIn } from "@/lib/desk/articles/behind";
import { listRemoved } from "@/lib/desk/audit/removed";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsOf } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { quoteOf } from "@/lib/public/projection/snapshot";
import { lookupName } from "@/lib/text/normalize";
import type { Quote } from "@/lib/text/quote";
import type { Priority, Stage } from "./schema";

/** Where a claim was captured: words of a version of an article's text. */
export type DeskSource = {
  articleId: string;
  articleSlug: string;
  title: string;
  language: string;
  quote: Quote;
  /** The number of the version that the quote stands in, and that of the article's newest one. */
  capturedIn: number;
  newest: number;
};

/** A claim with all that its desk page needs but evidence and proposals, which have queries of their own. */
export type DeskClaim = {
  id: string;
  slug: string;
  version: number;
  stage: Stage;
  /** Since when readers see the claim before a verdict on it; null while it is internal. */
  releasedAt: Date | null;
  /** A BCP 47 tag. */
  language: string;
  text: Texts;
  /** Null where nobody is named. */
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
    text: textsOf(claim),
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

/** The newest text of a claim's article, and the likeliest places of the quote's words in it. */
export type NewerText = { number: number; text: string; candidates: Quote[] };

/** The article's text that is newer than the one that a claim was captured in; null where there is none. */
export async function findNewerText(context: Context, source: DeskSource): Promise<NewerText | null> {
  authorize(context, "desk.read");
  const newest = await db().articleVersion.findFirst({
    where: { articleId: source.articleId, number: { gt: source.capturedIn } },
    orderBy: { number: "desc" },
    select: { number: true, text: true },
  });
  return newest && { ...newest, candidates: candidatesIn(newest.text)(source.quote) };
}

/** What the fields of a claim form offer: the topics that the desk knows. */
export type ClaimChoices = { topics: Array<{ key: string; names: Localized }> };

/** The desk's topics, by key. */
export async function listClaimChoices(context: Context): Promise<ClaimChoices> {
  authorize(context, "desk.read");
  const topics = await db().topic.findMany({ orderBy: { key: "asc" }, select: { key: true, names: true } });
  return { topics: topics.map(({ key, names }) => ({ key, names: localizedSchema.parse(names) })) };
}

/** A removed appearance: where it was, and who removed it when. */
export type RemovedAppearanceLine = { id: string; place: string; by: string; at: Date };

/** The appearances that were removed from a claim within the last day, the latest first. */
export async function listRemovedAppearances(
  context: Context,
  claimId: string,
): Promise<RemovedAppearanceLine[]> {
  authorize(context, "desk.read");
  const removed = await listRemoved(db(), "appearance", claimId, context.now());
  return removed.map(({ id, row, by, at }) => {
    const { title, publisher, url } = row as { [key: string]: string | null };
    return { id, place: title ?? publisher ?? url ?? "", by, at };
  });
}
