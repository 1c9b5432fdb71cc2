import type { ReactNode } from "react";
import type { Direction } from "@/lib/text/direction";
import { isolates, type TextPiece } from "@/lib/text/isolates";
import { cutAtRanges, type TextRange } from "@/lib/text/ranges";

type MixedTextProps = {
  text: string;
  /** That of the paragraph which the text stands in. */
  direction: Direction;
  /** What is marked as found: in the order of the text, none touching another. */
  found?: readonly TextRange[];
};

/** Text in which scripts mix: sums, names and sentences of the other script are laid out each by themselves. */
export function MixedText({ text, direction, found = [] }: MixedTextProps) {
  return <MixedPieces pieces={isolates(text, direction)} found={found} />;
}

type MixedPiecesProps = { pieces: readonly TextPiece[]; found?: readonly TextRange[] };

/** A text that is cut into pieces already. */
export function MixedPieces({ pieces, found = [] }: MixedPiecesProps) {
  let start = 0;
  return pieces.map(({ text, direction }) => {
    const key = start;
    start += text.length;
    const words = marked(text, key, found);
    return direction ? (
      <Isolate key={key} text={text} direction={direction}>
        {words}
      </Isolate>
    ) : (
      words
    );
  });
}

type IsolateProps = { text: string; direction: Direction; children: ReactNode };

// A line must not end inside of GPT-4 or $6M; longer words may be as wide as a column.
const isName = (text: string) => text.length <= 12 && !text.includes(" ");

/** A stretch of a text that is laid out by itself in this direction. */
export function Isolate({ text, direction, children }: IsolateProps) {
  return (
    <bdi dir={direction} className={direction === "ltr" && isName(text) ? "whitespace-nowrap" : undefined}>
      {children}
    </bdi>
  );
}

function marked(text: string, at: number, found: readonly TextRange[]): ReactNode {
  if (found.length === 0) return text;
  const own = found.map(({ start, end }) => ({ start: start - at, end: end - at }));
  return cutAtRanges(text, own).map((piece) =>
    piece.marked ? (
      <mark key={piece.start} className="found">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
