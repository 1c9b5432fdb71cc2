/** Runs once in each server process, before the first request (Next's `instrumentation`). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchAnswers } = await import("@/lib/next/answer-status");
  watchAnswers();
  const { scheduleRecordCheck } = await import("@/lib/desk/record-check/schedule");
  scheduleRecordCheck();
}
