/** Extended grapheme clusters (UAX #29) are the same in every language, so one segmenter serves all. */
const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What a reader takes for one character in a text: a letter with its tashkeel, an emoji with its joiners. */
export type Graphemes = {
  /** The UTF-16 index at which the cluster around `index` begins; `index` itself on a boundary. */
  startAt(index: number): number;
  /** The UTF-16 index at which the cluster around `index` ends; `index` itself on a boundary. */
  endAt(index: number): number;
};

/** The grapheme clusters of one text: the text is copied once here, so keep the answer for several questions. */
export function graphemesOf(text: string): Graphemes {
  const segments = clusters.segment(text);
  return {
    startAt(index) {
      return segments.containing(index)?.index ?? index;
    },
    endAt(index) {
      const cluster = segments.containing(index);
      return !cluster || cluster.index === index ? index : cluster.index + cluster.segment.length;
    },
  };
}
