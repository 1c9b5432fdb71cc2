import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pickText } from "@/lib/i18n/localized";
import { buildHighlightTerms, type HighlightTerms, highlight } from "@/lib/text/search/highlight";
import type { SearchField } from "@/lib/text/search/parse";
import { snippetAround } from "@/lib/text/search/snippet";
import {
  type HiddenMatch,
  type MatchedPart,
  type PublicClaim,
  type RowMatches,
  type RowTexts,
  rowTexts,
} from "../projection/document";
import { matchedWords } from "./resolve";
import type { Search } from "./terms";

/**
 * Returns the search matches of each row, in order. The hidden texts are searched only if the row shows no
 * match.
 */
export function findRowMatches(search: Search, rows: readonly PublicClaim[], locale: LocaleId): RowMatches[] {
  const terms = buildHighlightTerms(search.query, matchedWords(search));
  return rows.map((row) => {
    const found = matchesInRow(rowTexts(row, locale), terms);
    const shows = found.claim.length + found.claimant.length + found.publisher.length > 0;
    return shows ? found : { ...found, hiddenMatch: findHiddenMatch(listHiddenTexts(row, locale), terms) };
  });
}

function matchesInRow({ claim, claimant, publisher }: RowTexts, terms: HighlightTerms): RowMatches {
  return {
    claim: highlight(claim.text, terms),
    claimant: claimant ? highlight(claimant.text, terms, "claimant") : [],
    publisher: publisher ? highlight(publisher.text, terms, "publisher") : [],
    hiddenMatch: null,
  };
}

/** A text of a claim with its language, as a BCP 47 tag, and what part of the claim it is. */
export type HiddenText = { place: MatchedPart; field?: SearchField; language: string; text: string };

/**
 * Returns the searchable texts of a claim that its row does not show in the locale, the most relevant first.
 */
export function listHiddenTexts(document: PublicClaim, locale: LocaleId): HiddenText[] {
  const { claim, source, verdict } = document;
  const others = (texts: Localized) => {
    const shown = pickText(texts, locale, claim.language)?.language;
    return Object.fromEntries(Object.entries(texts).filter(([language]) => language !== shown));
  };
  return [
    ...hiddenTextsOf("translation", others(claim.text)),
    ...hiddenTextsOf("claimant", others(claim.claimant?.names ?? {})).map(ofField("claimant")),
    ...claim.topics.flatMap(({ names }) => hiddenTextsOf("topic", names)).map(ofField("topic")),
    ...(source
      ? textsIn("quote", source.language, [source.quote?.exact]).concat(
          textsIn("source", source.language, [source.title, source.author]),
        )
      : []),
    ...(verdict
      ? [...hiddenTextsOf("verdict", verdict.summary), ...hiddenTextsOf("verdict", verdict.reasons)]
      : []),
    ...document.evidence.flatMap(({ language, title, publisher, excerpt, note, protection }) => [
      ...textsIn("evidence", language, [title, excerpt, publisher]),
      ...hiddenTextsOf("evidence", note),
      ...hiddenTextsOf("evidence", protection),
    ]),
    ...document.appearances.flatMap(({ language, title, publisher, change }) => [
      ...textsIn("appearance", language ?? "und", [title, publisher]),
      ...hiddenTextsOf("appearance", change),
    ]),
  ];
}

/** Returns the first match in the texts as a snippet; null if there is none. */
export function findHiddenMatch(texts: readonly HiddenText[], terms: HighlightTerms): HiddenMatch | null {
  for (const { place, field, language, text } of texts) {
    const ranges = highlight(text, terms, field);
    const [first] = ranges;
    if (!first) continue;
    const { start, end } = snippetAround(text, first);
    return {
      place,
      language,
      text: text.slice(start, end),
      ranges: ranges.flatMap((range) =>
        range.start < end ? [{ start: range.start - start, end: Math.min(range.end, end) - start }] : [],
      ),
      cutBefore: start > 0,
      cutAfter: end < text.trimEnd().length,
    };
  }
  return null;
}

function hiddenTextsOf(place: MatchedPart, texts: Record<string, string | undefined>): HiddenText[] {
  return Object.entries(texts).flatMap(([language, text]) => textsIn(place, language, [text]));
}

function textsIn(
  place: MatchedPart,
  language: string,
  texts: Array<string | null | undefined>,
): HiddenText[] {
  return texts.flatMap((text) => (text ? [{ place, language, text }] : []));
}

const ofField = (field: SearchField) => (text: HiddenText) => ({ ...text, field });
