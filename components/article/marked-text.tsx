import type { ReactNode } from "react";
import { MixedText } from "@/components/ui/mixed-text";
import { attributesOfLanguage } from "@/lib/text/direction";
import { type Segment, segmentParagraphs } from "@/lib/text/segments";

/** A claim's place in a text (code points), and what the reader needs to get to it. */
export type TextMark = { id: string; start: number; end: number; number: string; label: string };

type MarkedTextProps = {
  /** The text, or the part of it that begins at `from` (code points). */
  text: string;
  from?: number;
  /** Places are those of the whole text. */
  marks: TextMark[];
  language: string;
  direction: "ltr" | "rtl";
  /** What stands below the paragraph of this number, a translation of it say. */
  below?: (paragraph: number) => ReactNode;
};

/**
 * An article's text with its claims marked in place. The words of claim X have the id `q-X` and lead to `#c-X`, the
 * entry in the list beside. Every piece carries its place in the text, so that a selection can be turned into one.
 */
export function MarkedText({ text, from = 0, marks, language, direction, below }: MarkedTextProps) {
  const own = marks.map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
  return segmentParagraphs(text, own).map((paragraph, number) => (
    <div key={paragraph.start} className="grid gap-2">
      <p
        lang={attributesOfLanguage(language).lang}
        dir={direction}
        className="font-serif text-lg leading-loose"
      >
        {paragraph.segments.map((segment) => (
          <Piece key={segment.start} segment={segment} from={from} direction={direction} />
        ))}
      </p>
      {below?.(number)}
    </div>
  ));
}

type PieceProps = { segment: Segment<TextMark>; from: number; direction: "ltr" | "rtl" };

function Piece({ segment: { text, start, marks, ends }, from, direction }: PieceProps) {
  const [innermost] = marks;
  const words = <MixedText text={text} direction={direction} />;
  if (!innermost) return <span data-start={from + start}>{words}</span>;
  const beginning = marks.filter((mark) => mark.start === start);
  return (
    <mark>
      {beginning.map(({ id }) => (
        <span key={id} id={`q-${id}`} className="scroll-mt-24" />
      ))}
      <a href={`#c-${innermost.id}`} className="plain-link" title={innermost.label} data-start={from + start}>
        {words}
      </a>
      {ends.map(({ id, number, label }) => (
        <a
          key={id}
          href={`#c-${id}`}
          aria-label={label}
          data-mark
          className="mx-0.5 inline-block min-w-6 rounded-md bg-accent px-1 text-center align-super font-sans text-xs leading-6 font-semibold text-accent-ink no-underline select-none"
        >
          {number}
        </a>
      ))}
    </mark>
  );
}
