import { AppError } from "@/lib/errors";
import { EXPORTS } from "./pool";
import { type Pace, ReadingPace } from "./reading-pace";

/** How many exports may run at once in this process, and how slowly they may be read. */
export type ExportLimits = {
  atOnce: number;
  pace: Pace;
  /** How long an export may wait for its first reading, in milliseconds: that of a HEAD request is never read. */
  unreadMs: number;
};

const LIMITS: ExportLimits = { atOnce: EXPORTS, pace: { bytes: 64 * 1024, ms: 30_000 }, unreadMs: 5000 };

/** The bytes of an export, piece by piece; ends at once, with an error, when the signal is aborted. */
type Pieces = (signal: AbortSignal) => AsyncGenerator<Uint8Array, void, void>;

// The build has several copies of this module in one process.
const kept = globalThis as typeof globalThis & { veritableExports?: number };

/**
 * An export as a stream of bytes. Nothing is read faster than the reader takes it. A reader that goes away, and one that
 * reads too slowly, ends the export at once, with what it holds of the database.
 * Throws `unavailable` where as many exports run as may.
 */
export function exportStream(pieces: Pieces, limits: Partial<ExportLimits> = {}): ReadableStream<Uint8Array> {
  const { atOnce, pace: slowest, unreadMs } = { ...LIMITS, ...limits };
  const leave = enter(atOnce);
  const ending = new AbortController();
  const source = pieces(ending.signal);
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    pace.stop();
    ending.abort();
    await source.return().catch(() => {});
    leave();
  };
  let tooSlow = () => {};
  const pace = new ReadingPace(slowest, () => tooSlow());
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        tooSlow = () => {
          controller.error(new Error("The export was read too slowly."));
          void end();
        };
        pace.given(0, unreadMs);
      },
      async pull(controller) {
        pace.asked();
        try {
          const { value, done } = await source.next();
          if (ended) return;
          if (!done) {
            controller.enqueue(value);
            return pace.given(value.length);
          }
          controller.close();
        } catch (error) {
          if (!ended) controller.error(error);
        }
        await end();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}

/** Takes one of the places of exports; returns how to give it back. */
function enter(atOnce: number): () => void {
  const open = kept.veritableExports ?? 0;
  if (open >= atOnce) {
    throw new AppError(
      "unavailable",
      "As many exports run as this desk serves at once. Try again in a moment.",
    );
  }
  kept.veritableExports = open + 1;
  return () => {
    kept.veritableExports = (kept.veritableExports ?? 1) - 1;
  };
}
