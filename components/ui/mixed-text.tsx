import { isolates } from "@/lib/text/isolates";

type MixedTextProps = { text: string; direction: "ltr" | "rtl" };

/** Text in which scripts mix: in a line from right to left, sums and Latin names stay whole. */
export function MixedText({ text, direction }: MixedTextProps) {
  if (direction === "ltr") return text;
  let start = 0;
  return isolates(text).map((piece) => {
    const key = start;
    start += piece.text.length;
    return piece.isolated ? (
      <bdi key={key} dir="ltr">
        {piece.text}
      </bdi>
    ) : (
      piece.text
    );
  });
}
