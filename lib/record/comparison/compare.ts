import type { LocaleId } from "@/lib/i18n/locales";
import type { ClaimRecord, PublicVerdict } from "@/lib/record/revision";
import {
  appearanceFields,
  claimFields,
  evidenceFields,
  type FieldPair,
  sourceFields,
  texts,
  value,
} from "./compare-fields";

/** What is compared: a published revision, a proposal, or a claim as it is now. */
export type Compared = Pick<ClaimRecord, "claim" | "source" | "appearances" | "evidence"> & {
  /** That of the record; 1 says less of a source. */
  format: ClaimRecord["format"];
  /** Null where no verdict is compared. */
  verdict: Pick<PublicVerdict, "summary" | "reasons" | "note"> | null;
};

/** A piece of evidence or an appearance on two sides. `fields` are those that at least one of them has. */
export type ItemPair = {
  key: string;
  change: "added" | "removed" | "changed" | "same";
  title: { text: string; language: string };
  fields: FieldPair[];
};

/** Two sides of a claim, part by part. `order` is that of what both have, where it differs. */
export type Comparison = {
  claim: FieldPair[];
  summary: FieldPair[];
  reasons: FieldPair[];
  note: FieldPair[];
  source: FieldPair[];
  evidence: ItemPair[];
  appearances: ItemPair[];
  order: { evidence: FieldPair[]; appearances: FieldPair[] };
};

/** What differs between an older and a newer state of a claim; names are given in the language of the reader. */
export function compareRevisions(older: Compared, newer: Compared, locale: LocaleId): Comparison {
  const verdicts = (name: "summary" | "reasons" | "note") =>
    texts(name, older.verdict?.[name], newer.verdict?.[name], locale);
  const sources = { before: older.source, after: newer.source };
  const evidence = items(older.evidence, newer.evidence, {
    keys: (item) => [item.id, item.url ?? item.id],
    title: ({ title, language }) => ({ text: title, language }),
    fields: (before, after) => evidenceFields(before, after, locale),
  });
  const appearances = items(older.appearances, newer.appearances, {
    keys: (item) => [`${item.article ?? item.url} ${item.quote?.exact}`, item.article ?? item.url ?? ""],
    title: (item) => ({
      text: item.title ?? item.publisher ?? item.url ?? "",
      language: item.language ?? "und",
    }),
    fields: (before, after) => appearanceFields(before, after, locale),
  });
  return {
    claim: claimFields(older.claim, newer.claim, locale),
    summary: verdicts("summary"),
    reasons: verdicts("reasons"),
    note: verdicts("note"),
    source: sourceFields(sources, locale, older.format === 2 && newer.format === 2),
    evidence: evidence.items,
    appearances: appearances.items,
    order: { evidence: evidence.order, appearances: appearances.order },
  };
}

type ItemShape<T> = {
  /** What an item is known by, the surest first. */
  keys: (item: T) => string[];
  title: (item: T) => ItemPair["title"];
  fields: (before: T | null, after: T | null) => FieldPair[];
};

/** Each item of now with the one that it was, in the order of now; then those that are there no more. */
function items<T>(before: T[], after: T[], shape: ItemShape<T>): { items: ItemPair[]; order: FieldPair[] } {
  const { title, fields } = shape;
  const matches = matched(before, after, shape);
  const now = after.map((item, index): ItemPair => {
    const old = matches.get(item) ?? null;
    const pairs = fields(old, item);
    const change = !old ? "added" : pairs.every(({ same }) => same) ? "same" : "changed";
    return { key: `now-${index}`, change, title: title(item), fields: pairs };
  });
  const olds = new Set(matches.values());
  const gone = before
    .filter((item) => !olds.has(item))
    .map(
      (item, index): ItemPair => ({
        key: `gone-${index}`,
        change: "removed",
        title: title(item),
        fields: fields(item, null),
      }),
    );
  return { items: [...now, ...gone], order: orderOf(before, matches, title) };
}

/** Each item of now that there was before, with what it was, in the order of now. */
function matched<T>(before: T[], after: T[], { keys }: ItemShape<T>): Map<T, T> {
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
  return new Map(after.flatMap((item) => (taken.has(item) ? [[item, taken.get(item) as T]] : [])));
}

/** The order of what both sides have, as numbered titles a line, where it differs. */
function orderOf<T>(before: T[], matches: Map<T, T>, title: ItemShape<T>["title"]): FieldPair[] {
  const now = [...matches.values()];
  const was = before.filter((item) => now.includes(item));
  if (was.every((item, index) => item === now[index])) return [];
  const numbered = (list: T[]) => list.map((item, index) => `${index + 1}. ${title(item).text}`).join("\n");
  return value("order", numbered(was), numbered(now));
}

/** Whether anything that a comparison shows differs. */
export function showsDifference({ order, evidence, appearances, ...parts }: Comparison): boolean {
  return (
    Object.values(parts).some((fields) => fields.some(({ same }) => !same)) ||
    [...evidence, ...appearances].some(({ change }) => change !== "same") ||
    order.evidence.length + order.appearances.length > 0
  );
}
