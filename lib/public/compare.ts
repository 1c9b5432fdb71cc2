import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { diffWords, type TextDiff } from "@/lib/text/diff";
import type { PublicAppearance, PublicClaim, PublicEvidence, PublicSource } from "./schema";

/** What a field is called in the catalogue (`fieldNames`). */
export type ComparedField =
  | "text"
  | "claimant"
  | "claimedOn"
  | "topics"
  | "summary"
  | "reasons"
  | "note"
  | "quote"
  | "title"
  | "publisher"
  | "author"
  | "url"
  | "archiveUrl"
  | "publishedOn"
  | "stance"
  | "excerpt"
  | "accessedOn"
  | "linkAnswers"
  | "change";

/** A field in two revisions; null where a revision does not have it. */
export type FieldPair = {
  name: ComparedField;
  /** The language of the two, with the words that differ; null for a date, an address, a word of ours. */
  language: string | null;
  words: TextDiff | null;
  before: string | null;
  after: string | null;
  same: boolean;
};

/** A piece of evidence or an appearance in two revisions. `fields` are those that at least one of them has. */
export type ItemPair = {
  key: string;
  change: "added" | "removed" | "changed" | "same";
  title: { text: string; language: string };
  fields: FieldPair[];
};

/** Two revisions of a claim, part by part. */
export type Comparison = {
  claim: FieldPair[];
  summary: FieldPair[];
  reasons: FieldPair[];
  note: FieldPair[];
  source: FieldPair[];
  evidence: ItemPair[];
  appearances: ItemPair[];
};

/** What differs between an older and a newer revision of a claim; names are given in the language of the reader. */
export function compareRevisions(older: PublicClaim, newer: PublicClaim, locale: LocaleId): Comparison {
  const verdicts = (name: "summary" | "reasons" | "note") =>
    texts(name, older.verdict?.[name], newer.verdict?.[name], locale);
  return {
    claim: claimFields(older.claim, newer.claim, locale),
    summary: verdicts("summary"),
    reasons: verdicts("reasons"),
    note: verdicts("note"),
    source: sourceFields(older.source, newer.source),
    evidence: items(older.evidence, newer.evidence, {
      keys: (item) => [item.id, item.url ?? item.id],
      title: ({ title, language }) => ({ text: title, language }),
      fields: (before, after) => evidenceFields(before, after, locale),
    }),
    appearances: items(older.appearances, newer.appearances, {
      keys: (item) => [`${item.article ?? item.url} ${item.quote?.exact}`, item.article ?? item.url ?? ""],
      title: (item) => ({
        text: item.title ?? item.publisher ?? item.url ?? "",
        language: item.language ?? "und",
      }),
      fields: (before, after) => appearanceFields(before, after, locale),
    }),
  };
}

type Texts = Record<string, string | undefined>;

/** A text in each of its languages, the reader's own first. */
function texts(
  name: ComparedField,
  before: Texts | undefined,
  after: Texts | undefined,
  locale: LocaleId,
): FieldPair[] {
  const languages = new Set([locale, ...Object.keys({ ...before, ...after }).sort()]);
  return [...languages].flatMap((language) => text(name, language, before?.[language], after?.[language]));
}

type Given = string | null | undefined;

function text(name: ComparedField, language: string, before: Given, after: Given): FieldPair[] {
  if (!before && !after) return [];
  const words = diffWords(before ?? "", after ?? "", language);
  return [{ name, language, words, before: before || null, after: after || null, same: words.same }];
}

/** Something that is the same or another as a whole. */
function value(name: ComparedField, before: Given, after: Given): FieldPair[] {
  if (!before && !after) return [];
  const [left, right] = [before || null, after || null];
  return [{ name, language: null, words: null, before: left, after: right, same: left === right }];
}

function claimFields(
  before: PublicClaim["claim"],
  after: PublicClaim["claim"],
  locale: LocaleId,
): FieldPair[] {
  const nameOf = ({ claimant, language }: PublicClaim["claim"]) =>
    claimant && (pick(claimant.names, locale, language)?.text ?? claimant.key);
  const topics = (claim: PublicClaim["claim"]) =>
    new Intl.ListFormat(locale, { type: "unit" }).format(
      claim.topics.map(({ names, key }) => pick(names, locale)?.text ?? key),
    );
  return [
    ...texts("text", before.text, after.text, locale),
    ...value("claimant", nameOf(before), nameOf(after)),
    ...value("claimedOn", before.claimedOn, after.claimedOn),
    ...value("topics", topics(before), topics(after)),
  ];
}

function sourceFields(before: PublicSource | null, after: PublicSource | null): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  return [
    ...text("quote", language, before?.quote?.exact, after?.quote?.exact),
    ...text("title", language, before?.title, after?.title),
    ...value("publisher", before?.publisher, after?.publisher),
    ...value("author", before?.author, after?.author),
    ...value("publishedOn", before?.publishedOn, after?.publishedOn),
    ...value("url", before?.url, after?.url),
    ...value("archiveUrl", before?.archiveUrl, after?.archiveUrl),
  ];
}

function evidenceFields(
  before: PublicEvidence | null,
  after: PublicEvidence | null,
  locale: LocaleId,
): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  const answers = (item: PublicEvidence | null) => item?.linkAnswers?.toString();
  return [
    ...text("title", language, before?.title, after?.title),
    ...value("stance", before?.stance, after?.stance),
    ...value("publisher", before?.publisher, after?.publisher),
    ...value("publishedOn", before?.publishedOn, after?.publishedOn),
    ...value("url", before?.url, after?.url),
    ...value("archiveUrl", before?.archiveUrl, after?.archiveUrl),
    ...value("accessedOn", before?.accessedOn, after?.accessedOn),
    ...value("linkAnswers", answers(before), answers(after)),
    ...text("excerpt", language, before?.excerpt, after?.excerpt),
    ...texts("note", before?.note, after?.note, locale),
  ];
}

function appearanceFields(
  before: PublicAppearance | null,
  after: PublicAppearance | null,
  locale: LocaleId,
): FieldPair[] {
  const language = after?.language ?? before?.language ?? "und";
  return [
    ...text("quote", language, before?.quote?.exact, after?.quote?.exact),
    ...text("title", language, before?.title, after?.title),
    ...value("publisher", before?.publisher, after?.publisher),
    ...value("publishedOn", before?.publishedOn, after?.publishedOn),
    ...value("url", before?.url, after?.url),
    ...texts("change", before?.change, after?.change, locale),
  ];
}

type ItemShape<T> = {
  /** What an item is known by, the surest first. */
  keys: (item: T) => string[];
  title: (item: T) => ItemPair["title"];
  fields: (before: T | null, after: T | null) => FieldPair[];
};

/** Each item of now with the one that it was, in the order of now; then those that are there no more. */
function items<T>(before: T[], after: T[], { keys, title, fields }: ItemShape<T>): ItemPair[] {
  const left = new Set(before);
  const taken = new Map<T, T>();
  for (const at of [0, 1]) {
    for (const item of after) {
      const match = taken.has(item) ? undefined : [...left].find((old) => keys(old)[at] === keys(item)[at]);
      if (!match) continue;
      taken.set(item, match);
      left.delete(match);
    }
  }
  const kept = after.map((item, index): ItemPair => {
    const old = taken.get(item) ?? null;
    const pairs = fields(old, item);
    const change = !old ? "added" : pairs.every(({ same }) => same) ? "same" : "changed";
    return { key: `now-${index}`, change, title: title(item), fields: pairs };
  });
  const gone = [...left].map(
    (item, index): ItemPair => ({
      key: `gone-${index}`,
      change: "removed",
      title: title(item),
      fields: fields(item, null),
    }),
  );
  return [...kept, ...gone];
}
