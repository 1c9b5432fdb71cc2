import { getTranslations } from "next-intl/server";
import { type DiffLabels, DiffMark, DiffText } from "@/components/ui/diff-text";
import { WebAddress } from "@/components/ui/web-address";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { ComparedField, FieldPair } from "@/lib/record/comparison/compare-fields";

/** The labels of the two sides, such as "Revision 1" and "Revision 2", and the language of the page. */
export type Sides = {
  before: string;
  after: string;
  locale: LocaleId;
  /**
   * Whether the comparison is part of a section: equal parts are left out, and headings are a level lower.
   */
  compact?: boolean;
};

/** Returns a function that names a field, with its language where it has one. */
export async function fieldNamer(locale: LocaleId) {
  const t = await getTranslations("fieldNames");
  return ({ name, language }: Pick<FieldPair, "name" | "language">) =>
    language && language !== "und"
      ? t("inLanguage", { field: t(name), language: languageName(language, locale) })
      : t(name);
}

/** A field of both sides: side by side, or stacked on narrow screens. */
export async function FieldRow({ pair, sides }: { pair: FieldPair; sides: Sides }) {
  const [t, nameOf] = [await getTranslations("compare"), await fieldNamer(sides.locale)];
  const labels: DiffLabels = {
    removed: t("removedWords"),
    added: t("addedWords"),
    end: t("endOfWords"),
    language: sides.locale,
  };
  const Heading = sides.compact ? "h4" : "h3";
  return (
    <div className="grid gap-2">
      <Heading className="text-sm font-semibold">{nameOf(pair)}</Heading>
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        {(["before", "after"] as const).map((side) => (
          <div key={side} className="grid content-start gap-1 border-s-2 border-rule ps-4">
            <p className="text-sm text-soft">{sides[side]}</p>
            <Side pair={pair} side={side} labels={labels} locale={sides.locale} />
          </div>
        ))}
      </div>
    </div>
  );
}

type SideProps = { pair: FieldPair; side: "before" | "after"; labels: DiffLabels; locale: LocaleId };

async function Side({ pair, side, labels, locale }: SideProps) {
  const t = await getTranslations("compare");
  const text = pair[side];
  if (text === null) return <p className="text-soft">{t("absent")}</p>;
  if (pair.words && pair.language) {
    return <DiffText spans={pair.words[side]} language={pair.language} labels={labels} />;
  }
  const value = <FieldValue name={pair.name} value={text} locale={locale} />;
  return (
    <p className="break-words">
      {pair.same ? (
        value
      ) : (
        <DiffMark kind={side === "before" ? "removed" : "added"} labels={labels}>
          {value}
        </DiffMark>
      )}
    </p>
  );
}

type FieldValueProps = { name: ComparedField; value: string; locale: LocaleId };

/** A value formatted for display. */
export async function FieldValue({ name, value, locale }: FieldValueProps) {
  const t = await getTranslations();
  switch (name) {
    case "claimedOn":
    case "publishedOn":
    case "accessedOn":
      return formatPartialDate(value, locale);
    case "stance":
      return t(`stance.${value}`);
    case "evidenceKind":
      return t(`evidence.kinds.${value}`);
    case "articleKind":
      return t(`article.kind.${value}`);
    case "language":
      return languageName(value, locale);
    case "linkAnswers":
      return t(value === "true" ? "compare.linkAnswers" : "compare.linkGone");
    case "order":
      return <bdi className="whitespace-pre-line">{value}</bdi>;
    case "url":
    case "archiveUrl":
      return <WebAddress address={value} />;
    default:
      return <bdi>{value}</bdi>;
  }
}
