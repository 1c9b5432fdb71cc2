/** Runs once in each server process, before the first request (Next's `instrumentation`). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { trackResponses } = await import("@/lib/next/response-status");
  trackResponses();
  const { scheduleRecordCheck } = await import("@/lib/desk/record-check/schedule");
  scheduleRecordCheck();
}
