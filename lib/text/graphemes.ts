/** Extended grapheme clusters (UAX #29) are the same in every language, so one segmenter serves all. */
const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What a reader takes for one character in a text: a letter with its tashkeel, an emoji with its joiners. */
export type Graphemes = {
  /** The UTF-16 index at which the cluster around `index` begins; `index` itself on a boundary. */
  startAt(index: number): number;
  /** The UTF-16 index at which the cluster around `index` ends; `index` itself on a boundary. */
  endAt(index: number): number;
};

/** Of two such units next to each other, each is a cluster of its own: letters, digits and signs that nothing joins. */
const PLAIN = /^[\t\n -~\u00A0-\u02FF\u0370-\u0482\u048A-\u052F\u0620-\u064A\u0660-\u066F\u0671-\u06D3]$/;

/** The grapheme clusters of one text. Intl.Segmenter copies its text for each question, so it is given a stretch only. */
export function graphemesOf(text: string): Graphemes {
  let known = { start: 0, end: 0 };
  const isPlain = (index: number) => PLAIN.test(text[index] ?? "\n");
  const isBoundary = (index: number) =>
    index <= 0 || index >= text.length || (isPlain(index - 1) && isPlain(index));

  function around(index: number): { start: number; end: number } {
    if (isBoundary(index)) return { start: index, end: index };
    if (known.start <= index && index < known.end) return known;
    let [from, to] = [index, index];
    while (!isBoundary(from)) from--;
    while (!isBoundary(to)) to++;
    const cluster = clusters.segment(text.slice(from, to)).containing(index - from);
    if (!cluster) return { start: index, end: index };
    known = { start: from + cluster.index, end: from + cluster.index + cluster.segment.length };
    return known;
  }
  return {
    startAt: (index) => around(index).start,
    endAt(index) {
      const { start, end } = around(index);
      return start === index ? index : end;
    },
  };
}
