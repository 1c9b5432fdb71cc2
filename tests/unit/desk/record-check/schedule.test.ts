import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkIfDue } from "@/lib/desk/record-check/commands";
import { scheduleRecordCheck } from "@/lib/desk/record-check/schedule";

vi.mock("@/lib/desk/record-check/commands", () => ({ checkIfDue: vi.fn(async () => null) }));

const MINUTE = 60_000;
const process = globalThis as typeof globalThis & { veritableRecordCheck?: NodeJS.Timeout };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  clearTimeout(process.veritableRecordCheck);
  delete process.veritableRecordCheck;
});

test("a process looks some minutes after its start, and then again and again, whatever goes wrong", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const look = vi.mocked(checkIfDue).mockClear().mockRejectedValueOnce(new Error("away"));
  scheduleRecordCheck();
  // The build has this module twice, in one process.
  scheduleRecordCheck();
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(look).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(look).toHaveBeenCalledTimes(1);
  expect(said).toHaveBeenCalledWith("The record could not be checked.", expect.any(Error));
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(look.mock.calls.length).toBeGreaterThan(4);
});
