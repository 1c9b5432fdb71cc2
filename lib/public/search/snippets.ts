import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pick } from "@/lib/i18n/localized";
import { highlight, type Sought, soughtOf } from "@/lib/text/search/highlight";
import type { SearchField } from "@/lib/text/search/parse";
import { snippetAround } from "@/lib/text/search/snippet";
import {
  type Elsewhere,
  type FoundInRow,
  type FoundPlace,
  type PublicClaim,
  type RowTexts,
  rowTexts,
} from "../projection/document";
import { wordsOf } from "./resolve";
import type { Search } from "./terms";

/** What a search found in each of the rows, in their order. Texts that no row shows are read where a row shows nothing. */
export function foundInRows(search: Search, rows: readonly PublicClaim[], locale: LocaleId): FoundInRow[] {
  const sought = soughtOf(search.query, wordsOf(search));
  return rows.map((row) => {
    const found = inRow(rowTexts(row, locale), sought);
    const shows = found.claim.length + found.claimant.length + found.publisher.length > 0;
    return shows ? found : { ...found, elsewhere: findElsewhere(hiddenTexts(row, locale), sought) };
  });
}

function inRow({ claim, claimant, publisher }: RowTexts, sought: Sought): FoundInRow {
  return {
    claim: highlight(claim.text, sought),
    claimant: claimant ? highlight(claimant.text, sought, "claimant") : [],
    publisher: publisher ? highlight(publisher.text, sought, "publisher") : [],
    elsewhere: null,
  };
}

/** A text of a claim with its language, as a BCP 47 tag, and what part of the claim it is. */
export type PlacedText = { place: FoundPlace; field?: SearchField; language: string; text: string };

/** The texts of a claim that are searched and that a row in the locale does not show, the closest to it first. */
export function hiddenTexts(document: PublicClaim, locale: LocaleId): PlacedText[] {
  const { claim, source, verdict } = document;
  const others = (texts: Localized) => {
    const shown = pick(texts, locale, claim.language)?.language;
    return Object.fromEntries(Object.entries(texts).filter(([language]) => language !== shown));
  };
  return [
    ...placed("translation", others(claim.text)),
    ...placed("claimant", others(claim.claimant?.names ?? {})).map(asked("claimant")),
    ...claim.topics.flatMap(({ names }) => placed("topic", names)).map(asked("topic")),
    ...(source
      ? one("quote", source.language, [source.quote?.exact]).concat(
          one("source", source.language, [source.title, source.author]),
        )
      : []),
    ...(verdict ? [...placed("verdict", verdict.summary), ...placed("verdict", verdict.reasons)] : []),
    ...document.evidence.flatMap(({ language, title, publisher, excerpt, note, protection }) => [
      ...one("evidence", language, [title, excerpt, publisher]),
      ...placed("evidence", note),
      ...placed("evidence", protection),
    ]),
    ...document.appearances.flatMap(({ language, title, publisher, change }) => [
      ...one("appearance", language ?? "und", [title, publisher]),
      ...placed("appearance", change),
    ]),
  ];
}

/** The first of the texts in which something was found; null where nothing was. */
export function findElsewhere(texts: readonly PlacedText[], sought: Sought): Elsewhere | null {
  for (const { place, field, language, text } of texts) {
    const ranges = highlight(text, sought, field);
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

function placed(place: FoundPlace, texts: Record<string, string | undefined>): PlacedText[] {
  return Object.entries(texts).flatMap(([language, text]) => one(place, language, [text]));
}

function one(place: FoundPlace, language: string, texts: Array<string | null | undefined>): PlacedText[] {
  return texts.flatMap((text) => (text ? [{ place, language, text }] : []));
}

const asked = (field: SearchField) => (text: PlacedText) => ({ ...text, field });
