import { directionOfLanguage } from "@/lib/text/direction";
import type { TextRange } from "@/lib/text/ranges";
import { ForeignText } from "./foreign-text";
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
  return (
    <ForeignText language={language} className={className}>
      {cutBefore && "…\u00A0"}
      <MixedText text={text} direction={directionOfLanguage(language)} found={ranges} />
      {cutAfter && "\u00A0…"}
    </ForeignText>
  );
}
