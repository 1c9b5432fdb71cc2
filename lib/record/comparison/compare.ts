import type { LocaleId } from "@/lib/i18n/locales";
import type { ClaimRecord, PublicVerdict } from "@/lib/record/revision";
import {
  appearanceFields,
  claimFields,
  evidenceFields,
  type FieldPair,
  sourceFields,
  textFields,
  valueField,
} from "./compare-fields";

/** One side of a comparison: a published revision, a proposal, or a claim as it is now. */
export type ComparedClaim = Pick<ClaimRecord, "claim" | "source" | "appearances" | "evidence"> & {
  /** The record format; format 1 has fewer fields of a source. */
  format: ClaimRecord["format"];
  /** Null if no verdict is compared. */
  verdict: Pick<PublicVerdict, "summary" | "reasons" | "note"> | null;
};

/** A piece of evidence or an appearance on two sides. `fields` are those that at least one side has. */
export type ItemPair = {
  key: string;
  change: "added" | "removed" | "changed" | "same";
  title: { text: string; language: string };
  fields: FieldPair[];
};

/** The comparison of two sides of a claim. `order` compares the order of the items on both sides; empty if it is the same. */
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

/** Compares an older with a newer state of a claim; names are in the language of the reader. */
export function compareRevisions(older: ComparedClaim, newer: ComparedClaim, locale: LocaleId): Comparison {
  const verdicts = (name: "summary" | "reasons" | "note") =>
    textFields(name, older.verdict?.[name], newer.verdict?.[name], locale);
  const sources = { before: older.source, after: newer.source };
  const evidence = compareItems(older.evidence, newer.evidence, {
    keys: (item) => [item.id, item.url ?? item.id],
    title: ({ title, language }) => ({ text: title, language }),
    fields: (before, after) => evidenceFields(before, after, locale),
  });
  const appearances = compareItems(older.appearances, newer.appearances, {
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
  /** The keys that identify an item, the most reliable first. */
  keys: (item: T) => string[];
  title: (item: T) => ItemPair["title"];
  fields: (before: T | null, after: T | null) => FieldPair[];
};

/** Pairs each newer item with the older one it matches, in the newer order; the removed items follow. */
function compareItems<T>(
  before: T[],
  after: T[],
  shape: ItemShape<T>,
): { items: ItemPair[]; order: FieldPair[] } {
  const { title, fields } = shape;
  const matches = matchItems(before, after, shape);
  const now = after.map((item, index): ItemPair => {
    const old = matches.get(item) ?? null;
    const pairs = fields(old, item);
    const change = !old ? "added" : pairs.every(({ same }) => same) ? "same" : "changed";
    return { key: `now-${index}`, change, title: title(item), fields: pairs };
  });
  const matched = new Set(matches.values());
  const removed = before
    .filter((item) => !matched.has(item))
    .map(
      (item, index): ItemPair => ({
        key: `removed-${index}`,
        change: "removed",
        title: title(item),
        fields: fields(item, null),
      }),
    );
  return { items: [...now, ...removed], order: orderOf(before, matches, title) };
}

/** Maps each newer item to the older one with the same key, in the newer order. */
function matchItems<T>(before: T[], after: T[], { keys }: ItemShape<T>): Map<T, T> {
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

/** Compares the order of the matched items, as lines of numbered titles; empty if it is the same. */
function orderOf<T>(before: T[], matches: Map<T, T>, title: ItemShape<T>["title"]): FieldPair[] {
  const now = [...matches.values()];
  const was = before.filter((item) => now.includes(item));
  if (was.every((item, index) => item === now[index])) return [];
  const numbered = (list: T[]) => list.map((item, index) => `${index + 1}. ${title(item).text}`).join("\n");
  return valueField("order", numbered(was), numbered(now));
}

/** Whether a comparison has any difference. */
export function hasDifferences({ order, evidence, appearances, ...parts }: Comparison): boolean {
  return (
    Object.values(parts).some((fields) => fields.some(({ same }) => !same)) ||
    [...evidence, ...appearances].some(({ change }) => change !== "same") ||
    order.evidence.length + order.appearances.length > 0
  );
}
