import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pick } from "@/lib/i18n/localized";
import { directionOfLanguage } from "@/lib/text/direction";
import { blankLineParagraphs } from "@/lib/text/paragraphs";
import { ForeignText } from "./foreign-text";
import { MixedText } from "./mixed-text";

type LocalizedTextProps = { texts: Localized; locale: LocaleId; className?: string };

/** A text in the reader's language, else in the one there is, as paragraphs. Nothing where there is none. */
export function LocalizedText({ texts, locale, className }: LocalizedTextProps) {
  const found = pick(texts, locale);
  if (!found) return null;
  return (
    <ForeignText as="div" language={found.language} className={className}>
      {blankLineParagraphs(found.text).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same, and none moves
        <p key={index}>
          <MixedText text={paragraph} direction={directionOfLanguage(found.language)} />
        </p>
      ))}
    </ForeignText>
  );
}
