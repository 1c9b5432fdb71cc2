/** Extended grapheme clusters (UAX #29) are the same in every language, so one segmenter serves all. */
const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What a reader takes for one character in a text: a letter with its tashkeel, an emoji with its joiners. */
export type Graphemes = {
  /** The UTF-16 index at which the cluster around `index` begins; `index` itself on a boundary. */
  startAt(index: number): number;
  /** The UTF-16 index at which the cluster around `index` ends; `index` itself on a boundary. */
  endAt(index: number): number;
};

/** Two UTF-16 units between which a cluster ends in any text: nearly all places of Latin, Arabic and Chinese. */
const SURE_BOUNDARY =
  /^(?![\p{Cf}\u0D4E])[\n\p{L}\p{N}\p{P}\p{Z}\p{Mn}](?![\p{M}\p{Cf}])[ -~\p{sc=Latin}\p{sc=Arabic}\p{sc=Han}]$/u;

/** The grapheme clusters of one text. Only the surroundings of what is asked for are segmented. */
export function graphemesOf(text: string): Graphemes {
  const isSure = (index: number) =>
    index <= 0 || index >= text.length || SURE_BOUNDARY.test(text.slice(index - 1, index + 1));
  const clusterAround = (index: number) => {
    if (isSure(index)) return { start: index, end: index };
    let [from, to] = [index - 1, index + 1];
    while (!isSure(from)) from--;
    while (!isSure(to)) to++;
    const cluster = clusters.segment(text.slice(from, to)).containing(index - from);
    const start = from + (cluster?.index ?? 0);
    return start === index || !cluster
      ? { start: index, end: index }
      : { start, end: start + cluster.segment.length };
  };
  return { startAt: (index) => clusterAround(index).start, endAt: (index) => clusterAround(index).end };
}
