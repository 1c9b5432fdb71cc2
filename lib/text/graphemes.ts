/** Extended grapheme clusters (UAX #29) do not depend on the language. */
const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The grapheme clusters of a text: a letter with its tashkeel, an emoji with its joiners. */
export type Graphemes = {
  /** Returns the UTF-16 index where the cluster around `index` begins; `index` itself on a boundary. */
  startAt(index: number): number;
  /** Returns the UTF-16 index where the cluster around `index` ends; `index` itself on a boundary. */
  endAt(index: number): number;
};

/** Two adjacent units of this class are always separate clusters. */
const PLAIN = /^[\t\n -~\u00A0-\u02FF\u0370-\u0482\u048A-\u052F\u0620-\u064A\u0660-\u066F\u0671-\u06D3]$/;

/**
 * Returns the grapheme clusters of a text. Intl.Segmenter copies its text at each call, so it only gets a
 * short part.
 */
export function graphemesOf(text: string): Graphemes {
  let last = { start: 0, end: 0 };
  const isPlain = (index: number) => PLAIN.test(text[index] ?? "\n");
  const isBoundary = (index: number) =>
    index <= 0 || index >= text.length || (isPlain(index - 1) && isPlain(index));

  function around(index: number): { start: number; end: number } {
    if (isBoundary(index)) return { start: index, end: index };
    if (last.start <= index && index < last.end) return last;
    let [from, to] = [index, index];
    while (!isBoundary(from)) from--;
    while (!isBoundary(to)) to++;
    const cluster = clusters.segment(text.slice(from, to)).containing(index - from);
    if (!cluster) return { start: index, end: index };
    last = { start: from + cluster.index, end: from + cluster.index + cluster.segment.length };
    return last;
  }
  return {
    startAt: (index) => around(index).start,
    endAt(index) {
      const { start, end } = around(index);
      return start === index ? index : end;
    },
  };
}
