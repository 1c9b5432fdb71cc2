import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { query } from "@/lib/platform/db/query";
import { empty, limitTo, type Sql, sql } from "@/lib/platform/db/sql";
import type { Quote } from "@/lib/record/revision";
import type { ArticleKind } from "@/lib/record/vocabulary";
import { sliceCodePoints } from "@/lib/text/code-points";
import { type Excerpt, excerptsOf, wholeText } from "@/lib/text/excerpts";
import { lookupName } from "@/lib/text/normalize";
import { quoteHolds } from "@/lib/text/quote";
import { isSameWords } from "@/lib/text/same-words";
import { decodeInstant, encodeCursor } from "./claims/cursor";
import type { PublicClaim } from "./projection/document";

/**
 * A public claim of an article. Where `inText` is false, its words do not stand in the newest text, and its quote is of
 * the version that it was taken from.
 */
export type QuotedClaim = PublicClaim & { inText: boolean };

/** An article as readers see it: its public claims, and what they may read of its newest text. */
export type PublicArticle = {
  slug: string;
  kind: ArticleKind;
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  publisher: string;
  author: string | null;
  url: string | null;
  archiveUrl: string | null;
  publishedOn: string | null;
  retrievedAt: string;
  disclosure: Localized;
  version: number;
  /** Whether readers may read all of it: `excerpts` is then the whole text in one. */
  textPublic: boolean;
  /** The quotes of its claims with what stands around them, in the order of the text. Positions count code points of it. */
  excerpts: Excerpt[];
  /** A reading aid. Its text comes with the whole text only. */
  translation: { language: string; title: string; text: string | null } | null;
  claims: QuotedClaim[];
};

const newestVersion = {
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    include: { translations: { take: 1, orderBy: { language: "asc" } } },
  },
} satisfies Prisma.ArticleInclude;

/** An article by its slug. Throws `not_found`, also where none of its claims is public. */
export async function getPublicArticle(slug: string): Promise<PublicArticle> {
  const article = await db().article.findUnique({
    where: { slug: lookupName(slug) },
    include: newestVersion,
  });
  const newest = article?.versions[0];
  const claims = newest ? await claimsIn(slug, newest) : [];
  if (!article || !newest || claims.length === 0) {
    throw new AppError("not_found", `There is no article ${slug}.`);
  }
  const { title, language, direction, publisher, author, url, archiveUrl, publishedOn, kind, textPublic } =
    article;
  const quotes = claims.flatMap(({ inText, source }) => (inText && source?.quote) || []);
  const [translation] = newest.translations;
  return {
    slug,
    kind,
    title,
    language,
    direction,
    publisher,
    author,
    url,
    archiveUrl,
    publishedOn,
    retrievedAt: article.retrievedAt.toISOString(),
    disclosure: localizedSchema.parse(article.disclosure),
    version: newest.number,
    textPublic,
    excerpts: textPublic ? [wholeText(newest.text)] : excerptsOf(newest.text, quotes, language),
    translation: translation
      ? {
          language: translation.language,
          title: translation.title,
          text: textPublic ? translation.text : null,
        }
      : null,
    claims,
  };
}

/** The public claims of an article, each with its quote as it stands in this version of the text where it does. */
async function claimsIn(slug: string, version: { id: string; text: string }): Promise<QuotedClaim[]> {
  const rows = await db().publicClaim.findMany({
    where: { articleSlug: slug },
    orderBy: { claimId: "asc" },
    select: { document: true, claim: { select: { appearances: { where: { position: 0 } } } } },
  });
  return rows.flatMap(({ document, claim }) => {
    const known = document as unknown as PublicClaim;
    const [appearance] = claim.appearances;
    if (!known.source) return [];
    const isOfVersion = appearance?.articleVersionId === version.id;
    const place = isOfVersion ? publicPlace(version.text, known.source.quote, appearance) : null;
    const source = { ...known.source, quote: place ?? known.source.quote };
    return [{ ...known, source, inText: place !== null }];
  });
}

/** Where the desk has the claim's words in an article's text at the moment, and what stands around them there. */
type Appearance = {
  quoteExact: string | null;
  quotePrefix: string | null;
  quoteSuffix: string | null;
  quoteStart: number | null;
  quoteEnd: number | null;
};

/**
 * The quote that readers know, with its place in the text of now; null where it is not in it. The desk's place counts
 * where the same words stand there between the same words: it may have gone on to others, which are not public before
 * they are published.
 */
export function publicPlace(text: string, known: Quote | null, appearance: Appearance): Quote | null {
  const { quoteExact, quotePrefix, quoteSuffix, quoteStart: start, quoteEnd: end } = appearance;
  if (!known) return null;
  const pairs = [
    [quoteExact, known.exact],
    [quotePrefix, known.prefix],
    [quoteSuffix, known.suffix],
  ] as const;
  const isSame = pairs.every(([now, before]) => now !== null && isSameWords(now, before));
  if (isSame && start !== null && end !== null) {
    return { ...known, exact: sliceCodePoints(text, start, end), start, end };
  }
  return quoteHolds(text, known) ? known : null;
}

/** An article in the list of articles, with the titles of its translations and how many public claims it has. */
export type ArticleLine = Pick<
  PublicArticle,
  "slug" | "title" | "language" | "direction" | "publisher" | "author" | "publishedOn" | "kind"
> & { titleTranslations: Localized; claimCount: number };

/** One page of them, the newest first; `next` is the cursor of the page behind it, null at the end. */
export type ArticlePage = { rows: ArticleLine[]; next: string | null };

const ORDER = "articles";

type Row = ArticleLine & { id: string; createdAt: Date };

/** Articles of public claims, those that came last to the desk first. Throws `invalid` for a cursor that is none of this list. */
export async function listPublicArticles({
  after,
  limit = 50,
}: {
  after?: string;
  limit?: number;
}): Promise<ArticlePage> {
  const found = await query<Row>(articlesStatement(after, limit));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ id, createdAt, ...line }) => line),
    next:
      last && found.length > limit
        ? encodeCursor(ORDER, { value: last.createdAt.toISOString(), id: last.id })
        : null,
  };
}

/** One statement for a page and one row more. */
export function articlesStatement(after: string | undefined, limit: number): Sql {
  const cursor = after === undefined ? null : decodeInstant(after, ORDER, "after");
  const behind = cursor
    ? sql`WHERE (p.created_at, p.article_id) < (${cursor.at}::timestamptz, ${cursor.id}::text)`
    : empty;
  return sql`SELECT a.id, a.created_at AS "createdAt", a.slug, a.kind, a.title, a.language, a.direction, a.publisher, a.author,
      a.published_on AS "publishedOn",
      coalesce((SELECT jsonb_object_agg(t.language, t.title) FROM article_translation AS t WHERE t.article_version_id =
        (SELECT v.id FROM article_version AS v WHERE v.article_id = a.id ORDER BY v.number DESC LIMIT 1)), '{}') AS "titleTranslations",
      coalesce((SELECT count FROM public_count WHERE facet = 'article' AND value = a.slug), 0) AS "claimCount"
    FROM public_article AS p JOIN article AS a ON a.id = p.article_id ${behind}
    ORDER BY p.created_at DESC, p.article_id DESC ${limitTo(limit + 1)}`;
}
