import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import type { TextRange } from "@/lib/text/ranges";
import { MixedText } from "./mixed-text";

type FoundTextProps = {
  language: string;
  text: string;
  /** What is marked: in the order of the text, none touching another. */
  ranges: readonly TextRange[];
  /** Whether the text goes on before and behind what is shown of it. */
  cutBefore?: boolean;
  cutAfter?: boolean;
  className?: string;
};

/** A text in its own language and direction, with what the reader searched for marked in it. */
export function FoundText({ language, text, ranges, cutBefore, cutAfter, className }: FoundTextProps) {
  const direction = directionOfText(text, directionOfLanguage(language));
  return (
    <bdi lang={langAttribute(language)} dir={direction} className={className}>
      {cutBefore && "…\u00A0"}
      <MixedText text={text} direction={direction} found={ranges} />
      {cutAfter && "\u00A0…"}
    </bdi>
  );
}
