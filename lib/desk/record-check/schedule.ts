import { randomUUID } from "node:crypto";

/** The delay after a start, which has more important work. */
const FIRST_DELAY_MS = 5 * 60_000;
const INTERVAL_MS = 10 * 60_000;

// Next bundles the start-up file and the app separately; both share this timer.
const started = globalThis as typeof globalThis & { veritableRecordCheck?: NodeJS.Timeout };

/** Runs a check of the record whenever the last one is older than a day; looks every ten minutes. */
export function scheduleRecordCheck(): void {
  started.veritableRecordCheck ??= scheduleNext(FIRST_DELAY_MS);
}

/** Sets the timer, with jitter, so that processes do not run at the same time. */
function scheduleNext(ms: number): NodeJS.Timeout {
  const next = async () => {
    await checkNowIfDue();
    started.veritableRecordCheck = scheduleNext(INTERVAL_MS);
  };
  return setTimeout(() => void next(), ms * (0.75 + Math.random() / 2)).unref();
}

async function checkNowIfDue(): Promise<void> {
  try {
    const { checkIfDue } = await import("./commands");
    await checkIfDue({ now: () => new Date(), newId: randomUUID });
  } catch (error) {
    // The database may be unavailable for a moment; the timer tries again.
    console.error("The record could not be checked.", error);
  }
}
