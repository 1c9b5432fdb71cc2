/** The minimum speed of a reader: `bytes` within `ms` of waiting for it. */
export type Pace = { bytes: number; ms: number };

/**
 * Measures how fast a stream is read. Only the time spent waiting for the reader counts, not that of the query. Calls
 * `onTooSlow` at most once.
 */
export class ReadingPace {
  private sentBytes = 0;
  private waitedMs = 0;
  private waitingSince: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly pace: Pace,
    private readonly onTooSlow: () => void,
  ) {}

  /** Call when `bytes` were sent: starts waiting for the next {@link onRead}, for `ms` at most. */
  onSent(bytes: number, ms = this.pace.ms): void {
    this.sentBytes += bytes;
    if (this.sentBytes >= this.pace.bytes) [this.sentBytes, this.waitedMs] = [0, 0];
    this.waitingSince = performance.now();
    this.timer = setTimeout(this.onTooSlow, Math.max(0, ms - this.waitedMs)).unref();
  }

  /** Call when the reader requests more. */
  onRead(): void {
    if (this.waitingSince !== null) this.waitedMs += performance.now() - this.waitingSince;
    this.stop();
  }

  /** Stops measuring until the next {@link onSent}. */
  stop(): void {
    this.waitingSince = null;
    clearTimeout(this.timer);
  }
}
