import { randomUUID } from "node:crypto";

/** After a start there is more important work. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_MS = 10 * 60_000;

// What the build makes apart shares this one thing.
const started = globalThis as typeof globalThis & { veritableRecordCheck?: NodeJS.Timeout };

/** Looks from time to time whether the record was checked within a day, and has it checked where not. */
export function scheduleRecordCheck(): void {
  started.veritableRecordCheck ??= lookAfter(FIRST_LOOK_MS);
}

/** Not all processes at the same time. */
function lookAfter(ms: number): NodeJS.Timeout {
  const next = async () => {
    await look();
    started.veritableRecordCheck = lookAfter(LOOK_MS);
  };
  return setTimeout(() => void next(), ms * (0.75 + Math.random() / 2)).unref();
}

async function look(): Promise<void> {
  try {
    const { checkWhenDue } = await import("./commands");
    await checkWhenDue({ now: () => new Date(), newId: randomUUID });
  } catch (error) {
    // The database may be away for a moment; the next look is soon.
    console.error("The record could not be checked.", error);
  }
}
