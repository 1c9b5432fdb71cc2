import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Context } from "./permissions";

/** Today's date in the desk's time zone (`TIME_ZONE`), ISO 8601. */
export function getDeskDate({ now }: Pick<Context, "now">): string {
  // Swedish short dates are ISO 8601.
  return now().toLocaleDateString("sv-SE", { timeZone: env().TIME_ZONE });
}

/**
 * Throws `invalid` with each field whose date is after today. Dates have reduced precision (2025, 2025-04,
 * 2025-04-12) or are null; the current year and month are allowed.
 */
export function rejectFutureDates(context: Pick<Context, "now">, dates: Record<string, string | null>): void {
  const today = getDeskDate(context);
  const late = Object.entries(dates).filter(([, date]) => date && firstDay(date) > today);
  if (late.length === 0) return;
  throw new AppError(
    "invalid",
    `Today is ${today} at this desk: ${late.map(([path, date]) => `${path} (${date})`).join(", ")} cannot be later.`,
    late.map(([path]) => ({ path, message: "date_future" })),
  );
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
