import { getFormatter, getTranslations } from "next-intl/server";
import { MarkedText } from "@/components/article/marked-text";
import { ForeignText } from "@/components/ui/foreign-text";
import { Section } from "@/components/ui/section";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicArticle } from "@/lib/public/articles";
import { paragraphs } from "@/lib/text/paragraphs";
import { inTextOrder, isInText } from "./in-text-order";

/** The text with its marks; below each paragraph its translation, for a reader of that language. */
export async function ArticleText({ article, locale }: { article: PublicArticle; locale: LocaleId }) {
  const [t, format] = [await getTranslations("article"), await getFormatter()];
  const marks = inTextOrder(article).flatMap((claim, index) => {
    const [{ id, source }, number] = [claim, format.number(index + 1)];
    return source?.quote && isInText(article, claim)
      ? [{ id, start: source.quote.start, end: source.quote.end, number, label: t("toClaim", { number }) }]
      : [];
  });
  const translated = translatedParagraphs(article, locale);
  const sideBySide = translated.length === paragraphs(article.text).length;
  return (
    <div className="grid min-w-0 max-w-[44rem] content-start gap-6">
      {translated.length > 0 && sideBySide && <p className="text-sm text-soft">{t("translated")}</p>}
      <MarkedText
        text={article.text}
        marks={marks}
        language={article.language}
        direction={article.direction}
        below={(paragraph) =>
          sideBySide &&
          translated[paragraph] && (
            <ForeignText as="p" language={locale} className="border-s-2 border-rule ps-4 text-soft">
              {translated[paragraph].text}
            </ForeignText>
          )
        }
      />
      {translated.length > 0 && !sideBySide && (
        <Section id="translation" title={t("translation")}>
          {translated.map(({ start, text }) => (
            <ForeignText key={start} as="p" language={locale}>
              {text}
            </ForeignText>
          ))}
        </Section>
      )}
    </div>
  );
}

// A translation that has been divided otherwise than the text stands below it as a whole.
function translatedParagraphs({ translation, language }: PublicArticle, locale: LocaleId) {
  return translation?.language === locale && locale !== language ? paragraphs(translation.text) : [];
}
