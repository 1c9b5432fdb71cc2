import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import type {
  ClaimRecord,
  PublicAppearance,
  PublicEvidence,
  PublicSource,
  Quote,
} from "@/lib/record/revision";
import { diffWords, type TextDiff } from "@/lib/text/diff";

/** What a field is called in the catalogue (`fieldNames`). */
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

/** A field on two sides; null where a side does not have it. */
export type FieldPair = {
  name: ComparedField;
  /** The language of the two, with the words that differ; null for a date, an address, a word of ours. */
  language: string | null;
  words: TextDiff | null;
  before: string | null;
  after: string | null;
  same: boolean;
};

type Texts = Record<string, string | undefined>;
type Given = string | null | undefined;

/** A text in each of its languages, the reader's own first. */
export function texts(
  name: ComparedField,
  before: Texts | undefined,
  after: Texts | undefined,
  locale: LocaleId,
): FieldPair[] {
  const languages = new Set([locale, ...Object.keys({ ...before, ...after }).sort()]);
  return [...languages].flatMap((language) => text(name, language, before?.[language], after?.[language]));
}

function text(name: ComparedField, language: string, before: Given, after: Given): FieldPair[] {
  if (!before && !after) return [];
  const words = diffWords(before ?? "", after ?? "", language);
  const same = (before || null) === (after || null);
  return [{ name, language, words, before: before || null, after: after || null, same }];
}

/** Something that is the same or another as a whole. */
export function value(name: ComparedField, before: Given, after: Given): FieldPair[] {
  if (!before && !after) return [];
  const [left, right] = [before || null, after || null];
  return [{ name, language: null, words: null, before: left, after: right, same: left === right }];
}

/** What is told of only where it differs: nobody looks for it else. */
const ifChanged = (pairs: FieldPair[]) => pairs.filter(({ same }) => !same);

type Named = { key: string; names: Texts };

/** A list of names in the reader's language; in others, and by their keys, where only those differ. */
function names(
  name: "claimant" | "topics",
  before: Named[],
  after: Named[],
  { locale, language }: { locale: LocaleId; language: string },
): FieldPair[] {
  const list = new Intl.ListFormat(locale, { type: "unit" });
  const inReaders = (all: Named[]) =>
    list.format(all.map(({ names, key }) => pick(names, locale, language)?.text ?? key));
  const others = [...before, ...after]
    .flatMap((one) => Object.keys(one.names))
    .filter((tag) => tag !== locale);
  const inOther = (all: Named[], tag: string) => list.format(all.flatMap((one) => one.names[tag] ?? []));
  const keys = (all: Named[]) => list.format(all.map(({ key }) => key));
  const told = [
    ...value(name, inReaders(before), inReaders(after)),
    ...[...new Set(others)].flatMap((tag) =>
      ifChanged(text(name, tag, inOther(before, tag), inOther(after, tag))),
    ),
  ];
  return told.every(({ same }) => same)
    ? [...told, ...ifChanged(value(name, keys(before), keys(after)))]
    : told;
}

/** The claim itself: its texts, who said it, when, and what it is about. */
export function claimFields(
  before: ClaimRecord["claim"],
  after: ClaimRecord["claim"],
  locale: LocaleId,
): FieldPair[] {
  const reader = { locale, language: after.language };
  const claimant = (claim: ClaimRecord["claim"]) => (claim.claimant ? [claim.claimant] : []);
  return [
    ...texts("text", before.text, after.text, locale),
    ...ifChanged(value("language", before.language, after.language)),
    ...names("claimant", claimant(before), claimant(after), reader),
    ...value("claimedOn", before.claimedOn, after.claimedOn),
    ...names("topics", before.topics, after.topics, { ...reader, language: locale }),
  ];
}

/** Where the words stand: told where only this differs of a quote. */
function quotePlace(before: Quote | null | undefined, after: Quote | null | undefined, language: string) {
  const place = (quote: Quote | null | undefined) => quote && `${quote.start}–${quote.end}`;
  return ifChanged([
    ...text("prefix", language, before?.prefix, after?.prefix),
    ...text("suffix", language, before?.suffix, after?.suffix),
    ...value("quoteStart", place(before), place(after)),
  ]);
}

type SourceSides = { before: PublicSource | null; after: PublicSource | null };

/** Where the claim was first found. `all`: whether both sides say all that a source has, as format 1 does not. */
export function sourceFields({ before, after }: SourceSides, locale: LocaleId, all: boolean): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  const version = (source: PublicSource | null) => source?.version?.toString();
  return [
    ...text("quote", language, before?.quote?.exact, after?.quote?.exact),
    ...quotePlace(before?.quote, after?.quote, language),
    ...text("title", language, before?.title, after?.title),
    ...ifChanged(texts("title", before?.titleTranslations, after?.titleTranslations, locale)),
    ...value("publisher", before?.publisher, after?.publisher),
    ...value("author", before?.author, after?.author),
    ...(all
      ? [
          ...value("articleKind", before?.kind, after?.kind),
          ...texts("disclosure", before?.disclosure, after?.disclosure, locale),
          ...ifChanged(value("version", version(before), version(after))),
        ]
      : []),
    ...value("publishedOn", before?.publishedOn, after?.publishedOn),
    ...ifChanged(value("language", before?.language, after?.language)),
    ...ifChanged(value("direction", before?.direction, after?.direction)),
    ...ifChanged(value("articleId", before?.article, after?.article)),
    ...value("url", before?.url, after?.url),
    ...value("archiveUrl", before?.archiveUrl, after?.archiveUrl),
  ];
}

/** A piece of evidence. */
export function evidenceFields(
  before: PublicEvidence | null,
  after: PublicEvidence | null,
  locale: LocaleId,
): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  const answers = (item: PublicEvidence | null) => item?.linkAnswers?.toString();
  return [
    ...text("title", language, before?.title, after?.title),
    ...value("evidenceKind", before?.kind, after?.kind),
    ...value("stance", before?.stance, after?.stance),
    ...value("publisher", before?.publisher, after?.publisher),
    ...value("publishedOn", before?.publishedOn, after?.publishedOn),
    ...value("language", before?.language, after?.language),
    ...value("url", before?.url, after?.url),
    ...value("archiveUrl", before?.archiveUrl, after?.archiveUrl),
    ...value("accessedOn", before?.accessedOn, after?.accessedOn),
    ...value("linkAnswers", answers(before), answers(after)),
    ...texts("protection", before?.protection, after?.protection, locale),
    ...text("excerpt", language, before?.excerpt, after?.excerpt),
    ...texts("note", before?.note, after?.note, locale),
  ];
}

/** A further place where the claim stands. */
export function appearanceFields(
  before: PublicAppearance | null,
  after: PublicAppearance | null,
  locale: LocaleId,
): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  return [
    ...text("quote", language, before?.quote?.exact, after?.quote?.exact),
    ...quotePlace(before?.quote, after?.quote, language),
    ...text("title", language, before?.title, after?.title),
    ...value("publisher", before?.publisher, after?.publisher),
    ...value("publishedOn", before?.publishedOn, after?.publishedOn),
    ...value("language", before?.language, after?.language),
    ...value("url", before?.url, after?.url),
    ...ifChanged(value("articleId", before?.article, after?.article)),
    ...texts("change", before?.change, after?.change, locale),
  ];
}
