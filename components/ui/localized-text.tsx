import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pick } from "@/lib/i18n/localized";
import { LongText } from "./long-text";
import { TextParagraphs } from "./text-paragraphs";

type LocalizedTextProps = {
  texts: Localized;
  locale: LocaleId;
  className?: string;
  /** So many lines are shown of a long text, until all of it is asked for. */
  lines?: 8 | 18;
};

/** A text in the reader's language, else in the one there is, as paragraphs. Nothing where there is none. */
export function LocalizedText({ texts, locale, className, lines }: LocalizedTextProps) {
  const found = pick(texts, locale);
  if (!found) return null;
  const words = <TextParagraphs {...found} className={className} />;
  if (!lines) return words;
  return (
    <LongText length={found.text.length} lines={lines}>
      {words}
    </LongText>
  );
}
