import { isolates } from "@/lib/text/isolates";

type MixedTextProps = { text: string; direction: "ltr" | "rtl" };

// A line must not end inside of GPT-4 or $6M; longer words may be as wide as a telephone.
const isName = (text: string) => text.length <= 20 && !text.includes(" ");

/** Text in which scripts mix: in a line from right to left, sums and Latin names stay whole. */
export function MixedText({ text, direction }: MixedTextProps) {
  if (direction === "ltr") return text;
  let start = 0;
  return isolates(text).map((piece) => {
    const key = start;
    start += piece.text.length;
    return piece.isolated ? (
      <bdi key={key} dir="ltr" className={isName(piece.text) ? "whitespace-nowrap" : undefined}>
        {piece.text}
      </bdi>
    ) : (
      piece.text
    );
  });
}
