import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pickText } from "@/lib/i18n/localized";
import { LongText } from "./long-text";
import { TextParagraphs } from "./text-paragraphs";

type LocalizedTextProps = {
  texts: Localized;
  locale: LocaleId;
  className?: string;
  /** The number of lines that are shown of a long text until it is expanded. */
  lines?: 8 | 18;
};

/** A text as paragraphs in the reader's language, else in another one; nothing without a text. */
export function LocalizedText({ texts, locale, className, lines }: LocalizedTextProps) {
  const picked = pickText(texts, locale);
  if (!picked) return null;
  const paragraphs = <TextParagraphs {...picked} className={className} />;
  if (!lines) return paragraphs;
  return (
    <LongText length={picked.text.length} lines={lines}>
      {paragraphs}
    </LongText>
  );
}
