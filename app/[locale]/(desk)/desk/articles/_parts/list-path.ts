import type { DeskArticleQuery } from "@/lib/desk/articles/schema";

/** Returns the path of a page of the desk's article list. */
export function listPath({ q, archived, after, before }: DeskArticleQuery): string {
  const params = Object.entries({ q, archived: archived ? "true" : undefined, after, before });
  const search = new URLSearchParams(params.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return search.size > 0 ? `/desk/articles?${search}` : "/desk/articles";
}
