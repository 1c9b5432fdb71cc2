import type { ReactNode } from "react";
import { isolates } from "@/lib/text/isolates";
import { cutAtRanges, type TextRange } from "@/lib/text/ranges";

type MixedTextProps = {
  text: string;
  direction: "ltr" | "rtl";
  /** What is marked as found: in the order of the text, none touching another. */
  found?: readonly TextRange[];
};

// A line must not end inside of GPT-4 or $6M; longer words may be as wide as a telephone.
const isName = (text: string) => text.length <= 20 && !text.includes(" ");

/** Text in which scripts mix: in a line from right to left, sums and Latin names stay whole. */
export function MixedText({ text, direction, found = [] }: MixedTextProps) {
  if (direction === "ltr") return marked(text, found, { start: 0, end: text.length });
  let start = 0;
  return isolates(text).map((piece) => {
    const key = start;
    start += piece.text.length;
    const words = marked(text, found, { start: key, end: start });
    return piece.isolated ? (
      <bdi key={key} dir="ltr" className={isName(piece.text) ? "whitespace-nowrap" : undefined}>
        {words}
      </bdi>
    ) : (
      words
    );
  });
}

function marked(text: string, found: readonly TextRange[], range: TextRange): ReactNode {
  if (found.length === 0) return text.slice(range.start, range.end);
  return cutAtRanges(text, found, range).map((piece) =>
    piece.marked ? (
      <mark key={piece.start} className="found">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
