import { afterEach, describe, expect, test, vi } from "vitest";
import type { AppError } from "@/lib/errors";

const at = (instant: string) => ({ now: () => new Date(instant) });

async function inZone(zone: string) {
  vi.stubEnv("TIME_ZONE", zone);
  // The test runner has one of its own.
  vi.stubEnv("BASE_URL", "");
  vi.resetModules();
  return import("@/lib/desk/auth/desk-date");
}

afterEach(() => vi.unstubAllEnvs());

describe("what day it is at the desk", () => {
  test.each([
    ["UTC", "2026-11-26T23:30:00Z", "2026-11-26"],
    ["Africa/Cairo", "2026-11-26T23:30:00Z", "2026-11-27"],
    ["America/New_York", "2026-11-27T03:00:00Z", "2026-11-26"],
  ])("in %s at %s is %s", async (zone, instant, day) => {
    const { getDeskDate } = await inZone(zone);
    expect(getDeskDate(at(instant))).toBe(day);
  });

  test("decides what is in the future: a later day, or a month or year that has not begun", async () => {
    const { rejectFutureDates } = await inZone("UTC");
    const now = at("2026-11-26T12:00:00Z");
    rejectFutureDates(now, { a: "2026-11-26", b: "2026-11", c: "2026", d: null, e: "1999-12-31" });
    for (const date of ["2026-11-27", "2026-12", "2027"]) {
      expect(() => rejectFutureDates(now, { claimedOn: date })).toThrow(/Today is 2026-11-26/);
    }
    const error = (() => {
      try {
        rejectFutureDates(now, { publishedOn: "2027", accessedOn: "2026-12-01" });
      } catch (thrown) {
        return thrown as AppError;
      }
    })();
    expect(error?.details).toEqual([
      { path: "publishedOn", message: "date_future" },
      { path: "accessedOn", message: "date_future" },
    ]);
  });
});
