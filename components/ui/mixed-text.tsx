import type { ReactNode } from "react";
import type { Direction } from "@/lib/text/direction";
import { splitIsolates, type TextPiece } from "@/lib/text/isolates";
import { cutAtRanges, type TextRange } from "@/lib/text/ranges";

type MixedTextProps = {
  text: string;
  /** The direction of the paragraph that contains the text. */
  direction: Direction;
  /** Ranges to highlight: sorted, none adjacent to another. */
  highlights?: readonly TextRange[];
};

/** Text with mixed scripts: each amount, name and sentence of the other script is isolated (bidi). */
export function MixedText({ text, direction, highlights = [] }: MixedTextProps) {
  return <MixedPieces pieces={splitIsolates(text, direction)} highlights={highlights} />;
}

type MixedPiecesProps = { pieces: readonly TextPiece[]; highlights?: readonly TextRange[] };

/** {@link MixedText} that is already split at its isolates. */
export function MixedPieces({ pieces, highlights = [] }: MixedPiecesProps) {
  let start = 0;
  return pieces.map(({ text, direction }) => {
    const key = start;
    start += text.length;
    const content = highlight(text, key, highlights);
    return direction ? (
      <Isolate key={key} text={text} direction={direction}>
        {content}
      </Isolate>
    ) : (
      content
    );
  });
}

type IsolateProps = { text: string; direction: Direction; children: ReactNode };

// A line must not break inside GPT-4 or $6M; longer words may be wider than a column.
const isName = (text: string) => text.length <= 12 && !text.includes(" ");

/** A bidi isolate: part of a text that is laid out by itself in this direction. */
export function Isolate({ text, direction, children }: IsolateProps) {
  return (
    <bdi dir={direction} className={direction === "ltr" && isName(text) ? "whitespace-nowrap" : undefined}>
      {children}
    </bdi>
  );
}

function highlight(text: string, offset: number, ranges: readonly TextRange[]): ReactNode {
  if (ranges.length === 0) return text;
  const own = ranges.map(({ start, end }) => ({ start: start - offset, end: end - offset }));
  return cutAtRanges(text, own).map((piece) =>
    piece.marked ? (
      <mark key={piece.start} className="highlight">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
