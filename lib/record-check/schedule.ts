import { randomUUID } from "node:crypto";

/** After a start there is more important work; and not all processes look at once. */
const LOOK_MS = 10 * 60_000;

// What the build makes apart shares this one thing.
const started = globalThis as typeof globalThis & { veritableRecordCheck?: NodeJS.Timeout };

/** Looks from time to time whether the record was checked within a day, and has it checked where not. */
export function scheduleRecordCheck(): void {
  if (started.veritableRecordCheck) return;
  const every = LOOK_MS * (0.75 + Math.random() / 2);
  started.veritableRecordCheck = setInterval(() => void look(), every).unref();
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
