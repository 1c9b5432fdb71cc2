import type { ReactNode } from "react";
import { MixedSegments } from "@/components/ui/mixed-segments";
import { codePointLength } from "@/lib/text/code-points";
import { type Direction, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import type { RunPart } from "@/lib/text/mixed-runs";
import { overlapNumbers } from "@/lib/text/overlaps";
import { type Segment, type SegmentedParagraph, segmentParagraphs } from "@/lib/text/segments";

/** A claim's place in a text (code points), and what the reader needs to get to it. */
export type TextMark = { id: string; start: number; end: number; number: string; label: string };

/** A mark with what tells it apart from those that share words with it. */
type ShownMark = TextMark & { overlap?: number };

type MarkedTextProps = {
  /** The text, or the part of it that begins at `from` (code points). */
  text: string;
  from?: number;
  /** Places are those of the whole text. */
  marks: TextMark[];
  language: string;
  direction: Direction;
  /** What stands below the paragraph of this number, a translation of it say. */
  below?: (paragraph: number) => ReactNode;
};

// As many looks as `marked-text.css` has.
const LOOKS = 4;

/**
 * An article's text with its claims marked in place. The words of claim X have the id `q-X` and lead to `#c-X`, the
 * entry in the list beside. Every piece carries its place in the text, so that a selection can be turned into one.
 * Claims that share words are underlined each in its own way; the words of one light up when its link is pointed at.
 */
export function MarkedText({ text, from = 0, marks, language, direction, below }: MarkedTextProps) {
  const overlaps = overlapNumbers(marks);
  const own = marks.map((mark) => {
    const overlap = overlaps.get(mark.id);
    return {
      ...mark,
      start: mark.start - from,
      end: mark.end - from,
      overlap: overlap === undefined ? undefined : overlap % LOOKS,
    };
  });
  return segmentParagraphs<ShownMark>(text, own).map((paragraph, number) => (
    <div key={paragraph.start} className="grid gap-2">
      <MarkedParagraph segments={paragraph.segments} from={from} language={language} usual={direction} />
      {below?.(number)}
    </div>
  ));
}

type MarkedParagraphProps = Pick<SegmentedParagraph<ShownMark>, "segments"> & {
  from: number;
  language: string;
  usual: Direction;
};

function MarkedParagraph({ segments, from, language, usual }: MarkedParagraphProps) {
  const direction = directionOfText(segments.map(({ text }) => text).join(""), usual);
  return (
    <p
      lang={langAttribute(language)}
      dir={direction}
      className="marked-text font-serif text-lg leading-loose"
    >
      <MixedSegments segments={segments} direction={direction}>
        {(part, words) => (
          <Piece part={part} from={from}>
            {words}
          </Piece>
        )}
      </MixedSegments>
    </p>
  );
}

type PieceProps = { part: RunPart<Segment<ShownMark>>; from: number; children: ReactNode };

function Piece({ part: { segment, start: within, isLast }, from, children }: PieceProps) {
  const { marks, ends } = segment;
  const [innermost] = marks;
  const start = from + segment.start + codePointLength(segment.text.slice(0, within));
  if (!innermost) return <span data-start={start}>{children}</span>;
  const begins = ({ start }: ShownMark) => within === 0 && start === segment.start;
  const words = (
    <>
      <a
        href={`#c-${innermost.id}`}
        className="plain-link"
        title={marks.map(({ label }) => label).join(" · ")}
        data-start={start}
        data-points={innermost.overlap}
      >
        {children}
      </a>
      {isLast && ends.map((mark) => <ToClaim key={mark.id} mark={mark} />)}
    </>
  );
  // The marks stand in each other, the shortest inside.
  return marks.reduce<ReactNode>(
    (inside, mark) => (
      <mark key={mark.id} data-overlap={mark.overlap}>
        {begins(mark) && <span id={`q-${mark.id}`} className="scroll-mt-24" />}
        {inside}
      </mark>
    ),
    words,
  );
}

function ToClaim({ mark: { id, number, label, overlap } }: { mark: ShownMark }) {
  return (
    <a
      href={`#c-${id}`}
      aria-label={label}
      data-mark
      data-points={overlap}
      className="mx-0.5 inline-block min-w-6 rounded-md bg-accent px-1 text-center align-super font-sans text-xs leading-6 font-semibold text-accent-ink no-underline select-none"
    >
      {number}
    </a>
  );
}
