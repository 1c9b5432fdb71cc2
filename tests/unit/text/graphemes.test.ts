import fc from "fast-check";
import { expect, test } from "vitest";
import { graphemesOf } from "@/lib/text/graphemes";
import { arbitraryText } from "./arbitrary-text";

test("clusters begin and end where Unicode says, whatever the text and whichever is asked for first", () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  fc.assert(
    fc.property(arbitraryText, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (text, asked) => {
      const graphemes = graphemesOf(text);
      const clusters = [...segmenter.segment(text)];
      for (const index of asked.map((at) => at % (text.length + 1))) {
        const cluster = clusters.find((one) => one.index < index && index < one.index + one.segment.length);
        expect(graphemes.startAt(index)).toBe(cluster?.index ?? index);
        expect(graphemes.endAt(index)).toBe(cluster ? cluster.index + cluster.segment.length : index);
      }
    }),
    { numRuns: 1000 },
  );
});
