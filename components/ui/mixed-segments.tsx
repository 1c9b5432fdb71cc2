import { Fragment, type ReactNode } from "react";
import type { Direction } from "@/lib/text/direction";
import { type RunPart, splitRuns } from "@/lib/text/mixed-runs";
import { Isolate, MixedPieces } from "./mixed-text";

type MixedSegmentsProps<S> = {
  /** The segments of the paragraph. */
  segments: readonly S[];
  direction: Direction;
  /** Renders a segment, or the part of a segment that shares an isolate with parts of others. */
  children: (part: RunPart<S>, words: ReactNode) => ReactNode;
};

/** A paragraph split at marks or changes; its bidi layout is that of the whole paragraph. */
export function MixedSegments<S extends { text: string }>({
  segments,
  direction,
  children,
}: MixedSegmentsProps<S>) {
  return splitRuns(segments, direction).map((run, index) => {
    const parts = run.parts.map((part) => (
      <Fragment key={`${segments.indexOf(part.segment)} ${part.start}`}>
        {children(part, <MixedPieces pieces={part.pieces} />)}
      </Fragment>
    ));
    const text = run.parts.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join("");
    return run.direction ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
      <Isolate key={index} text={text} direction={run.direction}>
        {parts}
      </Isolate>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={index}>{parts}</Fragment>
    );
  });
}
