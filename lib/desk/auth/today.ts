import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Context } from "./permissions";

/** What day it is at the desk, as an ISO 8601 date in its time zone. */
export function deskDay({ now }: Pick<Context, "now">): string {
  // The one locale whose short dates are ISO 8601.
  return now().toLocaleDateString("sv-SE", { timeZone: env().TIME_ZONE });
}

/**
 * Refuses dates of what has happened that are after today: given by the field that each stands in, in reduced precision
 * (2025, 2025-04, 2025-04-12) or null. The year and the month of today may be. Throws `invalid` with each field.
 */
export function refuseFuture(context: Pick<Context, "now">, dates: Record<string, string | null>): void {
  const today = deskDay(context);
  const late = Object.entries(dates).filter(([, date]) => date && firstDay(date) > today);
  if (late.length === 0) return;
  throw new AppError(
    "invalid",
    `Today is ${today} at this desk: ${late.map(([path, date]) => `${path} (${date})`).join(", ")} cannot be later.`,
    late.map(([path]) => ({ path, message: "date_future" })),
  );
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
