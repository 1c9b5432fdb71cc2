import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/claim/comparison/facts";
import type { Content } from "@/lib/desk/verdicts/content";
import type { LocaleId } from "@/lib/i18n/locales";
import { type Compared, compareRevisions, type ItemPair } from "@/lib/record/comparison/compare";
import type { ComparedField, FieldPair } from "@/lib/record/comparison/compare-fields";

type ContentPartsProps = { content: Omit<Content, "verdict">; locale: LocaleId };

/** What a claim says besides its verdict, in every language: its texts, source, appearances and evidence. */
export async function ContentParts({ content, locale }: ContentPartsProps) {
  const [parts, claim] = [await getTranslations("compare.parts"), await getTranslations("claim")];
  const told = compareRevisions(nothing, { ...content, verdict: null }, locale);
  return (
    <>
      <Part title={parts("claim")} lists={[told.claim]} locale={locale} />
      <Part title={claim("source")} lists={[told.source]} locale={locale} />
      <Part title={claim("appearances")} lists={fieldsOf(told.appearances)} locale={locale} />
      <Part title={parts("evidence")} lists={fieldsOf(told.evidence)} locale={locale} />
    </>
  );
}

/** Compared with this, everything that a content says is told. */
const nothing: Compared = {
  format: 2,
  claim: { text: {}, language: "", claimant: null, claimedOn: null, topics: [] },
  source: null,
  appearances: [],
  evidence: [],
  verdict: null,
};

/** What follows from the rest, and is nothing to read. */
const untold = new Set<ComparedField>(["direction", "quoteStart", "articleId"]);

const fieldsOf = (items: ItemPair[]) => items.map(({ fields }) => fields);

function Part({ title, lists, locale }: { title: string; lists: FieldPair[][]; locale: LocaleId }) {
  const told = lists
    .map((fields) => fields.filter(({ name }) => !untold.has(name)))
    .filter((fields) => fields.length > 0);
  if (told.length === 0) return null;
  return (
    <div className="grid gap-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {told.map((fields, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list
        <Facts key={index} fields={fields} side="after" sides={{ locale }} />
      ))}
    </div>
  );
}
