import { z } from "zod";
import type { LocaleId } from "@/lib/i18n/locales";
import { localeIdSchema, pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { query } from "@/lib/platform/db/query";
import { limitTo, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { listPublicNames, namesMatchSql } from "@/lib/public/claims/public-names";
import { directionOfLanguage } from "@/lib/text/direction";
import { fold } from "@/lib/text/fold";
import { parseSearch } from "@/lib/text/search/parse";
import { claimFilterSchema, claimQuerySchema } from "./claims/filters";
import { listRows } from "./claims/list";
import { resolveFilter } from "./claims/where";
import { type ClaimSummary, rowTexts, SUGGESTION_LIMITS, type Suggestions } from "./projection/document";
import { hasOnlyExclusions } from "./search/conditions";

/** The shortest input with suggestions, in UTF-16 units of the folded text. */
const MIN_LENGTH = 2;
/** The most words of a name search. Each number of words is a prepared statement of its own. */
const MAX_WORDS = 6;

/** The longest input, in UTF-16 units. */
const MAX_LENGTH = 300;

/** The query: what was typed so far, and the reader's language. */
export const suggestionQuerySchema = z.strictObject({
  q: claimFilterSchema.shape.q.pipe(
    z.string("Give what was typed.").max(MAX_LENGTH, `At most ${MAX_LENGTH} characters.`),
  ),
  locale: localeIdSchema.default("en"),
});

/**
 * Returns suggestions for a search: claims in the order of the table; claimants and topics with public claims
 * whose names in any language have a word with each typed word as its prefix, those with most claims first.
 */
export async function suggest({ q, locale }: z.infer<typeof suggestionQuerySchema>): Promise<Suggestions> {
  if (fold(q).length < MIN_LENGTH) return { claims: [], claimants: [], topics: [] };
  const [rows, claimants, topics] = await Promise.all([
    suggestClaims(q, locale),
    suggestNames("claimant", q, locale),
    suggestNames("topic", q, locale),
  ]);
  return {
    claims: rows.map((row) => ({
      ...withDirection(rowTexts(row, locale).claim),
      slug: row.slug,
      path: localPath(`/claims/${row.slug}`, locale),
    })),
    claimants: claimants.map(({ key, ...name }) => ({ ...name, claimant: key })),
    topics: topics.map(({ key, ...name }) => ({ ...name, topic: key })),
  };
}

/** Returns the first claims that the table would show; none for a search with exclusions only. */
async function suggestClaims(q: string, locale: LocaleId): Promise<ClaimSummary[]> {
  const filter = await resolveFilter(claimQuerySchema.parse({ q, limit: String(SUGGESTION_LIMITS.claims) }));
  if (filter.search && hasOnlyExclusions(filter.search)) return [];
  return (await listRows(filter, locale)).rows;
}

type NameFacet = "claimant" | "topic";

async function suggestNames(facet: NameFacet, q: string, locale: LocaleId) {
  const words = nameWords(facet, q);
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  const rows = await query<{ key: string; count: number }>(namesStatement(facet, words));
  const names = await listPublicNames(
    facet,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, count }) => ({
    ...withDirection(pickText(names.get(key) ?? {}, locale) ?? { text: key, language: locale }),
    key,
    count,
    path: localPath(`/?${facet}=${encodeURIComponent(key)}`, locale),
  }));
}

/** Returns the statement for claimants or topics whose names have a word with each prefix. */
export function namesStatement(facet: NameFacet, words: readonly string[]): Sql {
  // Materialized, or a generic plan would scan all names in the order of their counts.
  return sql`WITH matching AS MATERIALIZED (
      SELECT n.key FROM ${raw(facet)} AS n WHERE ${namesMatchSql(sql`n.folded_names`, words)}
    )
    SELECT matching.key, stored.count FROM matching JOIN public_count AS stored
      ON stored.facet = ${facet} AND stored.value = matching.key
    ORDER BY stored.count DESC, matching.key ${limitTo(SUGGESTION_LIMITS.names)}`;
}

/** Returns the words to match names with: not excluded ones or those of other fields. */
function nameWords(facet: NameFacet, q: string): string[] {
  const words = parseSearch(q)
    .flat()
    .flatMap((term) => {
      if (term.excluded || term.alternative) return [];
      if (term.kind === "field") return term.field === facet ? term.words : [];
      return term.text.split(" ");
    });
  return [...new Set(words)];
}

function withDirection({ text, language }: { text: string; language: string }) {
  return { text, language, dir: directionOfLanguage(language) };
}
