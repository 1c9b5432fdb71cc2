import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import type { TextRange } from "@/lib/text/ranges";
import { MixedText } from "./mixed-text";

type HighlightedTextProps = {
  language: string;
  text: string;
  /** The highlighted ranges: sorted, none adjacent to another. */
  ranges: readonly TextRange[];
  /** Whether the text is cut off before and after what is shown. */
  cutBefore?: boolean;
  cutAfter?: boolean;
};

/** A text in its own language and direction, with search matches highlighted. */
export function HighlightedText({ language, text, ranges, cutBefore, cutAfter }: HighlightedTextProps) {
  const direction = directionOfText(text, directionOfLanguage(language));
  return (
    <bdi lang={langAttribute(language)} dir={direction}>
      {cutBefore && "…\u00A0"}
      <MixedText text={text} direction={direction} highlights={ranges} />
      {cutAfter && "\u00A0…"}
    </bdi>
  );
}
