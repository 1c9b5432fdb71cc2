import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import { blankLineParagraphs } from "@/lib/text/paragraphs";
import { MixedText } from "./mixed-text";

type TextParagraphsProps = { text: string; language: string; className?: string };

/** A text as paragraphs in its language. A paragraph wholly in another script has that script's direction. */
export function TextParagraphs({ text, language, className }: TextParagraphsProps) {
  const usual = directionOfLanguage(language);
  return (
    <div lang={langAttribute(language)} dir={usual} className={className}>
      {blankLineParagraphs(text).map((paragraph, index) => {
        const direction = directionOfText(paragraph, usual);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs may be equal, and their order never changes
          <p key={index} dir={direction === usual ? undefined : direction}>
            <MixedText text={paragraph} direction={direction} />
          </p>
        );
      })}
    </div>
  );
}
