import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pick } from "@/lib/i18n/localized";
import { directionOfLanguage } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import { LongText } from "./long-text";
import { MixedText } from "./mixed-text";

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
  const usual = directionOfLanguage(found.language);
  const words = (
    <div lang={found.language} dir={usual} className={className}>
      {found.text.split(/\n{2,}/).map((paragraph) => {
        const direction = directionOfText(paragraph, usual);
        return (
          <p key={paragraph} dir={direction === usual ? undefined : direction}>
            <MixedText text={paragraph} direction={direction} />
          </p>
        );
      })}
    </div>
  );
  if (!lines) return words;
  return (
    <LongText length={found.text.length} lines={lines}>
      {words}
    </LongText>
  );
}
