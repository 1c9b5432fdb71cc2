import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import type {
  ClaimRecord,
  PublicAppearance,
  PublicEvidence,
  PublicSource,
  Quote,
} from "@/lib/record/revision";
import { diffWords, type TextDiff } from "@/lib/text/diff";

/** The key of a field in the message catalogue (`fieldNames`). */
export type ComparedField =
  | "text"
  | "language"
  | "claimant"
  | "claimedOn"
  | "topics"
  | "summary"
  | "reasons"
  | "note"
  | "quote"
  | "prefix"
  | "suffix"
  | "quoteStart"
  | "title"
  | "publisher"
  | "author"
  | "articleKind"
  | "disclosure"
  | "articleId"
  | "version"
  | "direction"
  | "url"
  | "archiveUrl"
  | "publishedOn"
  | "evidenceKind"
  | "stance"
  | "protection"
  | "excerpt"
  | "accessedOn"
  | "linkAnswers"
  | "change"
  | "order";

/** A field on two sides; null if a side does not have it. */
export type FieldPair = {
  name: ComparedField;
  /** The language of the two texts, with their word diff; both null for dates, URLs and the like. */
  language: string | null;
  words: TextDiff | null;
  before: string | null;
  after: string | null;
  same: boolean;
};

type Texts = Record<string, string | undefined>;
type Given = string | null | undefined;

/** Compares a text in each of its languages, the reader's own first. */
export function textFields(
  name: ComparedField,
  before: Texts | undefined,
  after: Texts | undefined,
  locale: LocaleId,
): FieldPair[] {
  const languages = new Set([locale, ...Object.keys({ ...before, ...after }).sort()]);
  return [...languages].flatMap((language) =>
    textField(name, language, before?.[language], after?.[language]),
  );
}

function textField(name: ComparedField, language: string, before: Given, after: Given): FieldPair[] {
  if (!before && !after) return [];
  const words = diffWords(before ?? "", after ?? "", language);
  const same = (before || null) === (after || null);
  return [{ name, language, words, before: before || null, after: after || null, same }];
}

/** Compares a field as a whole, without a word diff. */
export function valueField(name: ComparedField, before: Given, after: Given): FieldPair[] {
  if (!before && !after) return [];
  const [left, right] = [before || null, after || null];
  return [{ name, language: null, words: null, before: left, after: right, same: left === right }];
}

/** Keeps only the fields that differ, for details that are not shown otherwise. */
const ifChanged = (pairs: FieldPair[]) => pairs.filter(({ same }) => !same);

type NamedEntry = { key: string; names: Texts };

/** Compares lists of names in the reader's language; in other languages if they differ, by key if nothing else does. */
function names(
  name: "claimant" | "topics",
  before: NamedEntry[],
  after: NamedEntry[],
  { locale, language }: { locale: LocaleId; language: string },
): FieldPair[] {
  const list = new Intl.ListFormat(locale, { type: "unit" });
  const inLocale = (all: NamedEntry[]) =>
    list.format(all.map(({ names, key }) => pickText(names, locale, language)?.text ?? key));
  const others = [...before, ...after]
    .flatMap((one) => Object.keys(one.names))
    .filter((tag) => tag !== locale);
  const inLanguage = (all: NamedEntry[], tag: string) =>
    list.format(all.flatMap((one) => one.names[tag] ?? []));
  const keys = (all: NamedEntry[]) => list.format(all.map(({ key }) => key));
  const pairs = [
    ...valueField(name, inLocale(before), inLocale(after)),
    ...[...new Set(others)].flatMap((tag) =>
      ifChanged(textField(name, tag, inLanguage(before, tag), inLanguage(after, tag))),
    ),
  ];
  return pairs.every(({ same }) => same)
    ? [...pairs, ...ifChanged(valueField(name, keys(before), keys(after)))]
    : pairs;
}

/** Compares the claim itself: its texts, claimant, date and topics. */
export function claimFields(
  before: ClaimRecord["claim"],
  after: ClaimRecord["claim"],
  locale: LocaleId,
): FieldPair[] {
  const reader = { locale, language: after.language };
  const claimant = (claim: ClaimRecord["claim"]) => (claim.claimant ? [claim.claimant] : []);
  return [
    ...textFields("text", before.text, after.text, locale),
    ...ifChanged(valueField("language", before.language, after.language)),
    ...names("claimant", claimant(before), claimant(after), reader),
    ...valueField("claimedOn", before.claimedOn, after.claimedOn),
    ...names("topics", before.topics, after.topics, { ...reader, language: locale }),
  ];
}

/** Compares the position of a quote: its context and offsets, where they differ. */
function quotePosition(before: Quote | null | undefined, after: Quote | null | undefined, language: string) {
  const place = (quote: Quote | null | undefined) => quote && `${quote.start}–${quote.end}`;
  return ifChanged([
    ...textField("prefix", language, before?.prefix, after?.prefix),
    ...textField("suffix", language, before?.suffix, after?.suffix),
    ...valueField("quoteStart", place(before), place(after)),
  ]);
}

type SourceSides = { before: PublicSource | null; after: PublicSource | null };

/** Compares the first appearance. `all`: whether both sides have all its fields, which format 1 has not. */
export function sourceFields({ before, after }: SourceSides, locale: LocaleId, all: boolean): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  const version = (source: PublicSource | null) => source?.version?.toString();
  return [
    ...textField("quote", language, before?.quote?.exact, after?.quote?.exact),
    ...quotePosition(before?.quote, after?.quote, language),
    ...textField("title", language, before?.title, after?.title),
    ...ifChanged(textFields("title", before?.titleTranslations, after?.titleTranslations, locale)),
    ...valueField("publisher", before?.publisher, after?.publisher),
    ...valueField("author", before?.author, after?.author),
    ...(all
      ? [
          ...valueField("articleKind", before?.kind, after?.kind),
          ...textFields("disclosure", before?.disclosure, after?.disclosure, locale),
          ...ifChanged(valueField("version", version(before), version(after))),
        ]
      : []),
    ...valueField("publishedOn", before?.publishedOn, after?.publishedOn),
    ...ifChanged(valueField("language", before?.language, after?.language)),
    ...ifChanged(valueField("direction", before?.direction, after?.direction)),
    ...ifChanged(valueField("articleId", before?.article, after?.article)),
    ...valueField("url", before?.url, after?.url),
    ...valueField("archiveUrl", before?.archiveUrl, after?.archiveUrl),
  ];
}

/** Compares a piece of evidence. */
export function evidenceFields(
  before: PublicEvidence | null,
  after: PublicEvidence | null,
  locale: LocaleId,
): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  const answers = (item: PublicEvidence | null) => item?.linkAnswers?.toString();
  return [
    ...textField("title", language, before?.title, after?.title),
    ...valueField("evidenceKind", before?.kind, after?.kind),
    ...valueField("stance", before?.stance, after?.stance),
    ...valueField("publisher", before?.publisher, after?.publisher),
    ...valueField("publishedOn", before?.publishedOn, after?.publishedOn),
    ...valueField("language", before?.language, after?.language),
    ...valueField("url", before?.url, after?.url),
    ...valueField("archiveUrl", before?.archiveUrl, after?.archiveUrl),
    ...valueField("accessedOn", before?.accessedOn, after?.accessedOn),
    ...valueField("linkAnswers", answers(before), answers(after)),
    ...textFields("protection", before?.protection, after?.protection, locale),
    ...textField("excerpt", language, before?.excerpt, after?.excerpt),
    ...textFields("note", before?.note, after?.note, locale),
  ];
}

/** Compares a further appearance of the claim. */
export function appearanceFields(
  before: PublicAppearance | null,
  after: PublicAppearance | null,
  locale: LocaleId,
): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  return [
    ...textField("quote", language, before?.quote?.exact, after?.quote?.exact),
    ...quotePosition(before?.quote, after?.quote, language),
    ...textField("title", language, before?.title, after?.title),
    ...valueField("publisher", before?.publisher, after?.publisher),
    ...valueField("publishedOn", before?.publishedOn, after?.publishedOn),
    ...valueField("language", before?.language, after?.language),
    ...valueField("url", before?.url, after?.url),
    ...ifChanged(valueField("articleId", before?.article, after?.article)),
    ...textFields("change", before?.change, after?.change, locale),
  ];
}
