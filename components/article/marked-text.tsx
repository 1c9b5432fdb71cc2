import type { ReactNode } from "react";
import { MixedSegments } from "@/components/ui/mixed-segments";
import { codePointLength } from "@/lib/text/code-points";
import { type Direction, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import type { RunPart } from "@/lib/text/mixed-runs";
import { numberOverlaps } from "@/lib/text/overlaps";
import { type Segment, type SegmentedParagraph, segmentParagraphs } from "@/lib/text/segments";

/** A claim's range in a text (code points), with its number in the list and the label of its link. */
export type TextMark = { id: string; start: number; end: number; number: string; label: string };

/** A mark with the number of its underline style, where it overlaps others. */
type ShownMark = TextMark & { overlap?: number };

type MarkedTextProps = {
  /** The text, or an excerpt that starts at `from` (code points). */
  text: string;
  from?: number;
  /** Ranges of the whole text, not of the excerpt. */
  marks: TextMark[];
  language: string;
  direction: Direction;
  /** Renders content below the paragraph with this index, such as its translation. */
  below?: (paragraph: number) => ReactNode;
};

// The number of styles in `marked-text.css`.
const UNDERLINE_STYLES = 4;

/**
 * An article's text with its claims marked. The quote of claim X has the id `q-X` and links to `#c-X`, its
 * entry in the list of claims. Every piece has its offset in the text (`data-start`, code points), to turn a
 * selection into a range. Overlapping claims have different underlines; a quote is highlighted while its link
 * is hovered or focused.
 */
export function MarkedText({ text, from = 0, marks, language, direction, below }: MarkedTextProps) {
  const overlaps = numberOverlaps(marks);
  const own = marks.map((mark) => {
    const overlap = overlaps.get(mark.id);
    return {
      ...mark,
      start: mark.start - from,
      end: mark.end - from,
      overlap: overlap === undefined ? undefined : overlap % UNDERLINE_STYLES,
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
  const startsHere = ({ start }: ShownMark) => within === 0 && start === segment.start;
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
      {isLast && ends.map((mark) => <ClaimLink key={mark.id} mark={mark} />)}
    </>
  );
  // Marks are nested, the shortest inside.
  return marks.reduce<ReactNode>(
    (inside, mark) => (
      <mark key={mark.id} data-overlap={mark.overlap}>
        {startsHere(mark) && <span id={`q-${mark.id}`} className="scroll-mt-24" />}
        {inside}
      </mark>
    ),
    words,
  );
}

function ClaimLink({ mark: { id, number, label, overlap } }: { mark: ShownMark }) {
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
