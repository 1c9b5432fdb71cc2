/** How slowly an export may be read: at least `bytes` within `ms` of waiting for its reader. */
export type Pace = { bytes: number; ms: number };

/**
 * Watches how fast a reader takes what it is given. Only time counts in which the reader is waited for: a query that takes
 * long is not the reader's fault. Calls `onTooSlow` once at most.
 */
export class ReadingPace {
  private taken = 0;
  private waited = 0;
  private since: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly pace: Pace,
    private readonly onTooSlow: () => void,
  ) {}

  /** The reader has `bytes` more, and is waited for until {@link asked}; `ms` where another patience than usual counts. */
  given(bytes: number, ms = this.pace.ms): void {
    this.taken += bytes;
    if (this.taken >= this.pace.bytes) [this.taken, this.waited] = [0, 0];
    this.since = performance.now();
    this.timer = setTimeout(this.onTooSlow, Math.max(0, ms - this.waited)).unref();
  }

  /** The reader asks for more. */
  asked(): void {
    if (this.since !== null) this.waited += performance.now() - this.since;
    this.stop();
  }

  /** Watches no more, until the next {@link given}. */
  stop(): void {
    this.since = null;
    clearTimeout(this.timer);
  }
}
