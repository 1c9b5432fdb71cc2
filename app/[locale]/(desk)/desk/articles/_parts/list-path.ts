import type { DeskArticleQuery } from "@/lib/desk/articles/schema";

/** The path of a page of the desk's list of articles. */
export function listPath({ q, archived, after, before }: DeskArticleQuery): string {
  const given = Object.entries({ q, archived: archived ? "true" : undefined, after, before });
  const search = new URLSearchParams(given.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return search.size > 0 ? `/desk/articles?${search}` : "/desk/articles";
}
