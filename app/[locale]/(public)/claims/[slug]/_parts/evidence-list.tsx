import { getTranslations } from "next-intl/server";
import { StanceLabel } from "@/components/evidence/stance-label";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { LongText } from "@/components/ui/long-text";
import { TextParagraphs } from "@/components/ui/text-paragraphs";
import { AddressHost } from "@/components/ui/web-address";
import { formatPartialDate } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicEvidence } from "@/lib/record/revision";

/** The evidence of a verdict, in the desk's order. */
export async function EvidenceList({ evidence, locale }: { evidence: PublicEvidence[]; locale: LocaleId }) {
  const [t, stances] = [await getTranslations("evidence"), await getTranslations("stance")];
  if (evidence.length === 0) return <p className="text-soft">{t("none")}</p>;
  return (
    <ol className="grid gap-6">
      {evidence.map((item) => (
        <li key={item.id} className="grid gap-2 border-s-2 border-rule ps-4">
          <StanceLabel stance={item.stance} label={stances(item.stance)} />
          <p className="font-serif text-lg leading-snug">
            {item.url ? (
              <a href={item.url} rel="noopener noreferrer">
                <ForeignText language={item.language}>{item.title}</ForeignText>
              </a>
            ) : (
              <ForeignText language={item.language}>{item.title}</ForeignText>
            )}
          </p>
          <p className="text-sm text-soft">
            {item.kind !== "web" && t(`kinds.${item.kind}`)}
            {item.kind !== "web" && item.publisher && " · "}
            <bdi>{item.publisher}</bdi>
            {item.url && (
              <>
                {" · "}
                <AddressHost address={item.url} />
              </>
            )}
            {item.publishedOn && <> · {formatPartialDate(item.publishedOn, locale)}</>}
            {" · "}
            {t(t.has(`accessedOf.${item.kind}`) ? `accessedOf.${item.kind}` : "accessed", {
              date: formatPartialDate(item.accessedOn, locale),
            })}
            {item.archiveUrl && (
              <>
                {" · "}
                <a href={item.archiveUrl} rel="noopener noreferrer">
                  {t("archive")}
                </a>{" "}
                <AddressHost address={item.archiveUrl} />
              </>
            )}
            {item.linkAnswers === false && <strong className="text-danger"> · {t("linkGone")}</strong>}
          </p>
          {Object.keys(item.protection).length > 0 && (
            <div className="text-sm">
              <span className="font-semibold">{t("protection")}</span>
              <LocalizedText texts={item.protection} locale={locale} lines={8} />
            </div>
          )}
          {item.excerpt && (
            <LongText length={item.excerpt.length}>
              <blockquote className="max-w-3xl">
                <TextParagraphs
                  text={item.excerpt}
                  language={item.language}
                  className="grid gap-2 border-s-4 border-accent ps-4 font-serif"
                />
              </blockquote>
            </LongText>
          )}
          <LocalizedText texts={item.note} locale={locale} className="prose-block max-w-3xl" lines={8} />
        </li>
      ))}
    </ol>
  );
}
