import { AppError } from "@/lib/errors";
import { EXPORT_CONNECTIONS } from "./pool";
import { type Pace, ReadingPace } from "./reading-pace";

/** How many exports may run concurrently in this process, and how slowly they may be read. */
export type ExportLimits = {
  maxConcurrent: number;
  pace: Pace;
  /** How long an export may wait for its first read, in milliseconds. (The body of a HEAD request is never read.) */
  firstReadMs: number;
};

const LIMITS: ExportLimits = {
  maxConcurrent: EXPORT_CONNECTIONS,
  pace: { bytes: 64 * 1024, ms: 30_000 },
  firstReadMs: 5000,
};

/** Generates the bytes of an export; throws at once when the signal is aborted. */
type ExportSource = (signal: AbortSignal) => AsyncGenerator<Uint8Array, void, void>;

// Stored globally, because the build has several copies of this module in one process.
const shared = globalThis as typeof globalThis & { veritableExports?: number };

/**
 * Returns an export as a stream of bytes with backpressure. The export is aborted, and its connection closed, when the
 * reader disconnects or reads too slowly.
 * Throws `unavailable` if the maximum number of exports is running.
 */
export function exportStream(
  openSource: ExportSource,
  limits: Partial<ExportLimits> = {},
): ReadableStream<Uint8Array> {
  const { maxConcurrent, pace: minPace, firstReadMs } = { ...LIMITS, ...limits };
  const releaseSlot = takeSlot(maxConcurrent);
  const aborter = new AbortController();
  const source = openSource(aborter.signal);
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    pace.stop();
    aborter.abort();
    await source.return().catch(() => {});
    releaseSlot();
  };
  let abortSlowReader = () => {};
  const pace = new ReadingPace(minPace, () => abortSlowReader());
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        abortSlowReader = () => {
          controller.error(new Error("The export was read too slowly."));
          void end();
        };
        pace.onSent(0, firstReadMs);
      },
      async pull(controller) {
        pace.onRead();
        try {
          const { value, done } = await source.next();
          if (ended) return;
          if (!done) {
            controller.enqueue(value);
            return pace.onSent(value.length);
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

/** Takes one of the export slots of this process; returns a function that releases it. */
function takeSlot(maxConcurrent: number): () => void {
  const running = shared.veritableExports ?? 0;
  if (running >= maxConcurrent) {
    throw new AppError(
      "unavailable",
      "This desk is serving as many exports as it can at once. Try again in a moment.",
    );
  }
  shared.veritableExports = running + 1;
  return () => {
    shared.veritableExports = (shared.veritableExports ?? 1) - 1;
  };
}
