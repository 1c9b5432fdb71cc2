import { getTranslations } from "next-intl/server";
import { Changed, ChangedWords, type ChangeLabels } from "@/components/ui/changed-words";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { ComparedField, FieldPair } from "@/lib/public/compare";

/** The numbers of the two revisions, and the language of the page. */
export type Sides = { from: number; to: number; locale: LocaleId };

/** What a field is called, with its language where it has one. */
export async function fieldNamer(locale: LocaleId) {
  const t = await getTranslations("fieldNames");
  return ({ name, language }: Pick<FieldPair, "name" | "language">) =>
    language && language !== "und"
      ? t("inLanguage", { field: t(name), language: languageName(language, locale) })
      : t(name);
}

/** A field of both revisions side by side; below each other where there is no room. */
export async function FieldRow({ pair, sides }: { pair: FieldPair; sides: Sides }) {
  const [t, nameOf] = [await getTranslations("compare"), await fieldNamer(sides.locale)];
  const labels: ChangeLabels = {
    removed: t("removedWords"),
    added: t("addedWords"),
    end: t("endOfWords"),
    language: sides.locale,
  };
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-semibold">{nameOf(pair)}</h3>
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        {(["before", "after"] as const).map((side) => (
          <div key={side} className="grid content-start gap-1 border-s-2 border-rule ps-4">
            <p className="text-sm text-soft">
              {t("side", { number: side === "before" ? sides.from : sides.to })}
            </p>
            <Side pair={pair} side={side} labels={labels} locale={sides.locale} />
          </div>
        ))}
      </div>
    </div>
  );
}

type SideProps = { pair: FieldPair; side: "before" | "after"; labels: ChangeLabels; locale: LocaleId };

async function Side({ pair, side, labels, locale }: SideProps) {
  const t = await getTranslations("compare");
  const given = pair[side];
  if (given === null) return <p className="text-soft">{t("absent")}</p>;
  if (pair.words && pair.language) {
    return <ChangedWords spans={pair.words[side]} language={pair.language} labels={labels} />;
  }
  const value = <FieldValue name={pair.name} value={given} locale={locale} />;
  return (
    <p className="break-words">
      {pair.same ? (
        value
      ) : (
        <Changed kind={side === "before" ? "removed" : "added"} labels={labels}>
          {value}
        </Changed>
      )}
    </p>
  );
}

type FieldValueProps = { name: ComparedField; value: string; locale: LocaleId };

/** A value that is no prose, as people read it. */
export async function FieldValue({ name, value, locale }: FieldValueProps) {
  const [t, stances] = [await getTranslations("compare"), await getTranslations("stance")];
  switch (name) {
    case "claimedOn":
    case "publishedOn":
    case "accessedOn":
      return formatPartialDate(value, locale);
    case "stance":
      return stances(value);
    case "linkAnswers":
      return value === "true" ? t("linkAnswers") : t("linkGone");
    case "url":
    case "archiveUrl":
      return (
        <bdi dir="ltr" className="break-all">
          {value}
        </bdi>
      );
    default:
      return <bdi>{value}</bdi>;
  }
}
