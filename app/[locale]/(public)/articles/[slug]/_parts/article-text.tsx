import { getFormatter, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { MarkedText, type TextMark } from "@/components/article/marked-text";
import { ForeignText } from "@/components/ui/foreign-text";
import { Section } from "@/components/ui/section";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicArticle } from "@/lib/public/articles";
import { type Paragraph, splitParagraphs } from "@/lib/text/paragraphs";
import { sortByPosition } from "./sort-by-position";

type TextProps = { article: PublicArticle; locale: LocaleId };

/** The public text with its marks: the whole text, or excerpts around the quotes. */
export async function ArticleText({ article, locale }: TextProps) {
  const [t, format] = [await getTranslations("article"), await getFormatter()];
  const marks = sortByPosition(article.claims).flatMap(({ id, source, inText }, index) => {
    const number = format.number(index + 1);
    return source?.quote && inText
      ? [{ id, start: source.quote.start, end: source.quote.end, number, label: t("toClaim", { number }) }]
      : [];
  });
  const [whole] = article.excerpts;
  return (
    <div className="grid min-w-0 max-w-[44rem] content-start gap-6">
      {article.textPublic && whole ? (
        <WholeText article={article} text={whole.text} marks={marks} locale={locale} />
      ) : (
        <Excerpts article={article} marks={marks} />
      )}
    </div>
  );
}

/** The whole text, each paragraph with its translation into the reader's language, if there is one. */
async function WholeText({ article, text, marks, locale }: TextProps & { text: string; marks: TextMark[] }) {
  const t = await getTranslations("article");
  const translated = translatedParagraphs(article, locale);
  const isAligned = translated.length === splitParagraphs(text).length;
  return (
    <>
      {translated.length > 0 && isAligned && <p className="text-sm text-soft">{t("translated")}</p>}
      <MarkedText
        text={text}
        marks={marks}
        language={article.language}
        direction={article.direction}
        below={(paragraph) =>
          isAligned &&
          translated[paragraph] && (
            <ForeignText as="p" language={locale} className="border-s-2 border-rule ps-4 text-soft">
              {translated[paragraph].text}
            </ForeignText>
          )
        }
      />
      {translated.length > 0 && !isAligned && (
        <Section id="translation" title={t("translation")}>
          {translated.map(({ start, text }) => (
            <ForeignText key={start} as="p" language={locale}>
              {text}
            </ForeignText>
          ))}
        </Section>
      )}
    </>
  );
}

async function Excerpts({ article, marks }: { article: PublicArticle; marks: TextMark[] }) {
  const t = await getTranslations("article");
  const gap = (
    <p dir={article.direction} className="text-soft">
      <span aria-hidden="true">[…]</span>
      <span className="sr-only">{t("leftOut")}</span>
    </p>
  );
  const { excerpts } = article;
  const isCut = excerpts.some(({ leftOutBefore, leftOutAfter }) => leftOutBefore || leftOutAfter);
  // All quotes may be in earlier versions.
  if (excerpts.length === 0) {
    return (
      <>
        <p className="text-sm text-soft">{t("wordsEarlier")}</p>
        {gap}
      </>
    );
  }
  return (
    <>
      {isCut && <p className="text-sm text-soft">{t("excerpts")}</p>}
      {excerpts.map(({ text, start, leftOutBefore }) => (
        <Fragment key={start}>
          {leftOutBefore && gap}
          <MarkedText
            text={text}
            from={start}
            marks={marks}
            language={article.language}
            direction={article.direction}
          />
        </Fragment>
      ))}
      {excerpts.at(-1)?.leftOutAfter && gap}
    </>
  );
}

// With another number of paragraphs than the text, the translation stands below it as a whole.
function translatedParagraphs({ translation, language }: PublicArticle, locale: LocaleId): Paragraph[] {
  return translation?.text && translation.language === locale && locale !== language
    ? splitParagraphs(translation.text)
    : [];
}
