import { getTranslations } from "next-intl/server";
import { SideFields } from "@/components/claim/comparison/side-fields";
import type { Content } from "@/lib/desk/verdicts/content";
import type { LocaleId } from "@/lib/i18n/locales";
import { type ComparedClaim, compareRevisions, type ItemPair } from "@/lib/record/comparison/compare";
import type { ComparedField, FieldPair } from "@/lib/record/comparison/compare-fields";

type ContentPartsProps = { content: Omit<Content, "verdict">; locale: LocaleId };

/** A claim's content without its verdict, in every language: texts, source, appearances and evidence. */
export async function ContentParts({ content, locale }: ContentPartsProps) {
  const [parts, claim] = [await getTranslations("compare.parts"), await getTranslations("claim")];
  const fields = compareRevisions(emptyRevision, { ...content, verdict: null }, locale);
  return (
    <>
      <Part title={parts("claim")} lists={[fields.claim]} locale={locale} />
      <Part title={claim("source")} lists={[fields.source]} locale={locale} />
      <Part title={claim("appearances")} lists={fieldsOf(fields.appearances)} locale={locale} />
      <Part title={parts("evidence")} lists={fieldsOf(fields.evidence)} locale={locale} />
    </>
  );
}

/** The comparison with this lists all fields of a content. */
const emptyRevision: ComparedClaim = {
  format: 2,
  claim: { text: {}, language: "", claimant: null, claimedOn: null, topics: [] },
  source: null,
  appearances: [],
  evidence: [],
  verdict: null,
};

/** Derived fields, not worth reading. */
const hiddenFields = new Set<ComparedField>(["direction", "quoteStart", "articleId"]);

const fieldsOf = (items: ItemPair[]) => items.map(({ fields }) => fields);

function Part({ title, lists, locale }: { title: string; lists: FieldPair[][]; locale: LocaleId }) {
  const shown = lists
    .map((fields) => fields.filter(({ name }) => !hiddenFields.has(name)))
    .filter((fields) => fields.length > 0);
  if (shown.length === 0) return null;
  return (
    <div className="grid gap-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      {shown.map((fields, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list
        <SideFields key={index} fields={fields} side="after" sides={{ locale }} />
      ))}
    </div>
  );
}
