import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/claim/comparison/facts";
import { FoldSign } from "@/components/table/filter-group";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/i18n/navigation";
import { type Compared, compareRevisions, type ItemPair } from "@/lib/public/compare";
import type { ComparedField, FieldPair } from "@/lib/public/compare-fields";
import type { Content } from "@/lib/verdicts/content";

type ProposedContentProps = {
  content: Content;
  slug: string;
  locale: LocaleId;
  /** Whether it is unfolded to begin with, as for whoever is to publish it. */
  isOpen: boolean;
};

/** Everything besides the verdict that readers would see of a proposal, in every language: the content that it froze. */
export async function ProposedContent({ content, slug, locale, isOpen }: ProposedContentProps) {
  const [t, parts, claim] = [
    await getTranslations("deskClaim"),
    await getTranslations("compare.parts"),
    await getTranslations("claim"),
  ];
  const { claim: texts, source, appearances, evidence } = compareRevisions(nothing, content, locale);
  return (
    <div className="grid gap-2">
      <details open={isOpen}>
        <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-3 font-semibold">
          {t("proposedContent")}
          <FoldSign />
        </summary>
        <div className="grid gap-5 border-s-2 border-rule py-3 ps-4">
          <Part title={parts("claim")} lists={[texts]} locale={locale} />
          <Part title={claim("source")} lists={[source]} locale={locale} />
          <Part title={claim("appearances")} lists={fieldsOf(appearances)} locale={locale} />
          <Part title={parts("evidence")} lists={fieldsOf(evidence)} locale={locale} />
        </div>
      </details>
      <p className="text-sm">
        <Link href={`/desk/claims/${slug}/preview`} prefetch={false}>
          {t("preview")}
        </Link>
      </p>
    </div>
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
