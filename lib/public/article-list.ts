import { query } from "@/lib/db/query";
import { empty, limitTo, type Sql, sql } from "@/lib/db/sql";
import type { Localized } from "@/lib/i18n/localized";
import type { PublicArticle } from "./articles";
import { decodeInstant, encodeCursor } from "./claims/cursor";

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
