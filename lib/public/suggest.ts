import { z } from "zod";
import type { LocaleId } from "@/lib/i18n/locales";
import { localeIdSchema, pick } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { query } from "@/lib/platform/db/query";
import { limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { directionOfLanguage } from "@/lib/text/direction";
import { fold } from "@/lib/text/fold";
import { parseSearch } from "@/lib/text/search/parse";
import { claimFilterSchema, claimQuerySchema } from "./claims/filters";
import { listRows } from "./claims/list";
import { namedLike, shownNames } from "./claims/names";
import { resolveFilter } from "./claims/where";
import { rowTexts, type ShownClaim, SUGGESTED, type Suggestions } from "./projection/document";
import { onlyExcludes } from "./search/conditions";

/** In characters of the folded text. One letter begins too much to be meant. */
const SHORTEST = 2;
/** More words than a name has are no name; and each number of them is a statement that the server keeps. */
const MOST_WORDS = 6;

/** More is a message and no beginning of anything. In UTF-16 units. */
const LONGEST_BEGINNING = 300;

/** What is asked for: what was typed so far, and the reader's language. */
export const suggestionQuerySchema = z.strictObject({
  q: claimFilterSchema.shape.q.pipe(
    z.string("Give what was typed.").max(LONGEST_BEGINNING, `At most ${LONGEST_BEGINNING} characters.`),
  ),
  locale: localeIdSchema.default("en"),
});

/**
 * Claims that what was typed finds, first those that the table would show first; and claimants and topics of public
 * claims with a word in their name, of any language, that begins with each word typed, first those of most claims.
 */
export async function suggest({ q, locale }: z.infer<typeof suggestionQuerySchema>): Promise<Suggestions> {
  if (fold(q).length < SHORTEST) return { claims: [], claimants: [], topics: [] };
  const [rows, claimants, topics] = await Promise.all([
    claimsLike(q, locale),
    namesLike("claimant", q, locale),
    namesLike("topic", q, locale),
  ]);
  return {
    claims: rows.map((row) => ({
      ...shown(rowTexts(row, locale).claim),
      slug: row.slug,
      path: localPath(`/claims/${row.slug}`, locale),
    })),
    claimants: claimants.map(({ key, ...name }) => ({ ...name, claimant: key })),
    topics: topics.map(({ key, ...name }) => ({ ...name, topic: key })),
  };
}

/** What the table would show first; nothing for what only leaves words out. */
async function claimsLike(q: string, locale: LocaleId): Promise<ShownClaim[]> {
  const filter = await resolveFilter(claimQuerySchema.parse({ q, limit: String(SUGGESTED.claims) }));
  if (filter.search && onlyExcludes(filter.search)) return [];
  return (await listRows(filter, locale)).rows;
}

type Named = "claimant" | "topic";

async function namesLike(named: Named, q: string, locale: LocaleId) {
  const words = wordsFor(named, q);
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const rows = await query<{ key: string; count: number }>(namesStatement(named, words));
  const names = await shownNames(
    named,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, count }) => ({
    ...shown(pick(names.get(key) ?? {}, locale) ?? { text: key, language: locale }),
    key,
    count,
    path: localPath(`/?${named}=${encodeURIComponent(key)}`, locale),
  }));
}

/** The claimants or topics whose name has words that begin with each of these. */
export function namesStatement(named: Named, words: readonly string[]): Sql {
  // Materialized, or a plan for any word would walk all names in the order of their counts.
  return sql`WITH fitting AS MATERIALIZED (
      SELECT n.key FROM ${raw(named)} AS n WHERE ${namedLike(sql`n.folded_names`, words)}
    )
    SELECT fitting.key, stored.count FROM fitting JOIN public_count AS stored
      ON stored.facet = ${named} AND stored.value = fitting.key
    ORDER BY stored.count DESC, fitting.key ${limitTo(SUGGESTED.names)}`;
}

/** The words that a name is looked for by: not those that are excluded or asked of another field. */
function wordsFor(named: Named, q: string): string[] {
  const words = parseSearch(q)
    .flat()
    .flatMap((term) => {
      if (term.excluded || term.alternative) return [];
      if (term.kind === "field") return term.field === named ? term.words : [];
      return term.text.split(" ");
    });
  return [...new Set(words)];
}

function shown({ text, language }: { text: string; language: string }) {
  return { text, language, dir: directionOfLanguage(language) };
}
