import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { query } from "@/lib/platform/db/query";
import { empty, limitTo, type Sql, sql } from "@/lib/platform/db/sql";
import type { Quote } from "@/lib/record/revision";
import type { ArticleKind } from "@/lib/record/vocabulary";
import { sliceCodePoints } from "@/lib/text/code-points";
import { type Excerpt, excerptsOf, wholeTextExcerpt } from "@/lib/text/excerpts";
import { lookupName } from "@/lib/text/normalize";
import { isQuoteAt } from "@/lib/text/quote";
import { hasSameWords } from "@/lib/text/same-words";
import { decodeTimeCursor, encodeCursor } from "./claims/cursor";
import type { PublicClaim } from "./projection/document";

/**
 * A public claim of an article. If `inText` is false, its quote is of an earlier version and not in the
 * newest text.
 */
export type QuotedClaim = PublicClaim & { inText: boolean };

/** A public article: its public claims, and the public part of its newest text. */
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
  /** Whether the whole text is public; `excerpts` then has it as one excerpt. */
  textPublic: boolean;
  /** The quotes of its claims with their context, in text order. Positions are in code points of the text. */
  excerpts: Excerpt[];
  /** A translation for readers; its text is null unless the whole text is public. */
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

/** Returns a public article by its slug. Throws `not_found`, also if none of its claims is public. */
export async function getPublicArticle(slug: string): Promise<PublicArticle> {
  const article = await db().article.findUnique({
    where: { slug: lookupName(slug) },
    include: newestVersion,
  });
  const newest = article?.versions[0];
  const claims = newest ? await listQuotedClaims(slug, newest) : [];
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
    excerpts: textPublic ? [wholeTextExcerpt(newest.text)] : excerptsOf(newest.text, quotes, language),
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

/**
 * Returns the public claims of an article, each with its quote at its position in this version of the text,
 * if found.
 */
async function listQuotedClaims(slug: string, version: { id: string; text: string }): Promise<QuotedClaim[]> {
  const rows = await db().publicClaim.findMany({
    where: { articleSlug: slug },
    orderBy: { claimId: "asc" },
    select: { document: true, claim: { select: { appearances: { where: { position: 0 } } } } },
  });
  return rows.flatMap(({ document, claim }) => {
    const published = document as unknown as PublicClaim;
    const [appearance] = claim.appearances;
    if (!published.source) return [];
    const isOfVersion = appearance?.articleVersionId === version.id;
    const place = isOfVersion ? currentQuote(version.text, published.source.quote, appearance) : null;
    const source = { ...published.source, quote: place ?? published.source.quote };
    return [{ ...published, source, inText: place !== null }];
  });
}

/** The quote of the claim's current appearance at the desk. */
type Appearance = {
  quoteExact: string | null;
  quotePrefix: string | null;
  quoteSuffix: string | null;
  quoteStart: number | null;
  quoteEnd: number | null;
};

/**
 * Returns the published quote at its position in the current text; null if it is not in it. The desk's
 * position is used only if it has the same words and context: a quote that was moved to other words is not
 * public before publication.
 */
export function currentQuote(text: string, published: Quote | null, appearance: Appearance): Quote | null {
  const { quoteExact, quotePrefix, quoteSuffix, quoteStart: start, quoteEnd: end } = appearance;
  if (!published) return null;
  const pairs = [
    [quoteExact, published.exact],
    [quotePrefix, published.prefix],
    [quoteSuffix, published.suffix],
  ] as const;
  const isSame = pairs.every(([now, before]) => now !== null && hasSameWords(now, before));
  if (isSame && start !== null && end !== null) {
    return { ...published, exact: sliceCodePoints(text, start, end), start, end };
  }
  return isQuoteAt(text, published) ? published : null;
}

/** An article in the public list, with the titles of its translations and the number of its public claims. */
export type ArticleListItem = Pick<
  PublicArticle,
  "slug" | "title" | "language" | "direction" | "publisher" | "author" | "publishedOn" | "kind"
> & { titleTranslations: Localized; claimCount: number };

/** A page of articles, newest first; `next` is the cursor of the next page, null at the end. */
export type ArticlePage = { rows: ArticleListItem[]; next: string | null };

const ORDER = "articles";

type Row = ArticleListItem & { id: string; createdAt: Date };

/**
 * Returns a page of public articles, the last created first. Throws `invalid` for a cursor of another list.
 */
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

/** Returns the statement for a page and one more row. */
export function articlesStatement(after: string | undefined, limit: number): Sql {
  const cursor = after === undefined ? null : decodeTimeCursor(after, ORDER, "after");
  const afterCursor = cursor
    ? sql`WHERE (p.created_at, p.article_id) < (${cursor.at}::timestamptz, ${cursor.id}::text)`
    : empty;
  return sql`SELECT a.id, a.created_at AS "createdAt", a.slug, a.kind, a.title, a.language, a.direction, a.publisher, a.author,
      a.published_on AS "publishedOn",
      coalesce((SELECT jsonb_object_agg(t.language, t.title) FROM article_translation AS t WHERE t.article_version_id =
        (SELECT v.id FROM article_version AS v WHERE v.article_id = a.id ORDER BY v.number DESC LIMIT 1)), '{}') AS "titleTranslations",
      coalesce((SELECT count FROM public_count WHERE facet = 'article' AND value = a.slug), 0) AS "claimCount"
    FROM public_article AS p JOIN article AS a ON a.id = p.article_id ${afterCursor}
    ORDER BY p.created_at DESC, p.article_id DESC ${limitTo(limit + 1)}`;
}
