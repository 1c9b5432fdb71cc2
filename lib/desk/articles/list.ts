import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Cursor, decodeTimeCursor, encodeCursor } from "@/lib/public/claims/cursor";
import { fold } from "@/lib/text/fold";
import type { DeskArticleQuery } from "./schema";

/** An article in the desk's list. */
export type DeskArticleListItem = {
  slug: string;
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  publisher: string;
  claims: number;
  updatedAt: Date;
  archivedAt: Date | null;
};

/** A page of the list: the total, and the cursors of the adjacent pages, null at either end. */
export type DeskArticlePage = {
  rows: DeskArticleListItem[];
  total: number;
  next: string | null;
  previous: string | null;
};

const ORDER = "desk-articles";
const PAGE = 50;

type Row = DeskArticleListItem & { id: string };

/**
 * Articles whose title and publisher contain these words, last changed first; only archived ones, or only
 * others. Throws `invalid` for a cursor of another list.
 */
export async function listDeskArticles(
  context: Context,
  query: DeskArticleQuery = {},
  limit = PAGE,
): Promise<DeskArticlePage> {
  authorize(context, "desk.read");
  const matching = matchingArticles(query);
  const [found, [counted]] = await Promise.all([
    db().$queryRaw<Row[]>(pageSql(matching, query, limit)),
    db().$queryRaw<
      Array<{ total: number }>
    >`SELECT count(*)::int AS total FROM article AS a WHERE ${matching}`,
  ]);
  const isBackwards = query.before !== undefined;
  const isMore = found.length > limit;
  const rows = found.slice(0, limit);
  if (isBackwards) rows.reverse();
  const [isAfter, isBefore] = isBackwards ? [isMore, true] : [query.after !== undefined, isMore];
  return {
    rows: rows.map(({ id, ...line }) => line),
    total: counted?.total ?? 0,
    next: isBefore ? cursorOf(rows.at(-1)) : null,
    previous: isAfter ? cursorOf(rows[0]) : null,
  };
}

function matchingArticles({ q = "", archived = false }: DeskArticleQuery): Prisma.Sql {
  const words = fold(q).split(" ").filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return Prisma.join(
    [
      archived ? Prisma.sql`a.archived_at IS NOT NULL` : Prisma.sql`a.archived_at IS NULL`,
      ...patterns.map((pattern) => Prisma.sql`a.folded_names LIKE ${pattern}`),
    ],
    " AND ",
  );
}

/** One page in reading order, and one row more to tell whether there is another page. */
function pageSql(matching: Prisma.Sql, { after, before }: DeskArticleQuery, limit: number): Prisma.Sql {
  const place = before ?? after;
  const at = place === undefined ? null : decodeTimeCursor(place, ORDER, before ? "before" : "after");
  const side = Prisma.raw(before === undefined ? "<" : ">");
  const order = Prisma.raw(before === undefined ? "DESC" : "ASC");
  const beyond = at
    ? Prisma.sql`AND (a.updated_at, a.id) ${side} (${at.at}::timestamptz, ${at.id})`
    : Prisma.empty;
  return Prisma.sql`
    SELECT a.id, a.slug, a.title, a.language, a.direction, a.publisher,
      a.updated_at AS "updatedAt", a.archived_at AS "archivedAt",
      (SELECT count(DISTINCT p.claim_id)::int FROM article_version AS v
        JOIN appearance AS p ON p.article_version_id = v.id WHERE v.article_id = a.id) AS claims
    FROM article AS a WHERE ${matching} ${beyond}
    ORDER BY a.updated_at ${order}, a.id ${order} LIMIT ${limit + 1}`;
}

function cursorOf(row: Row | undefined): string | null {
  if (!row) return null;
  const cursor: Cursor = { value: row.updatedAt.toISOString(), id: row.id };
  return encodeCursor(ORDER, cursor);
}
