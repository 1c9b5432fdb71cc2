import { db } from "@/lib/platform/db/client";

/** `max` attempts within a window of `window` seconds, which begins with the first attempt. */
type Rule = { window: number; max: number };

/**
 * Counts one attempt under a key, atomically. Returns whether the rule allows it and, if not, the seconds
 * until the window ends. Stores the auth library's limits (by IP address and path) and ours (by account).
 */
export async function consume(
  key: string,
  { window, max }: Rule,
  now = new Date(),
): Promise<{ allowed: boolean; retryAfter: number | null }> {
  const end = new Date(now.getTime() + window * 1000);
  const [row] = await db().$queryRaw<Array<{ count: number; ends: Date }>>`
    INSERT INTO rate_limit AS stored (key, count, window_ends_at) VALUES (${key}, 1, ${end}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN stored.window_ends_at <= ${now}::timestamptz THEN 1 ELSE stored.count + 1 END,
      window_ends_at = CASE WHEN stored.window_ends_at <= ${now}::timestamptz
        THEN ${end}::timestamptz ELSE stored.window_ends_at END
    RETURNING count, window_ends_at AS ends`;
  const { count, ends } = row ?? { count: 1, ends: end };
  if (count === 1) await deleteEndedWindows(now);
  const allowed = count <= max;
  return { allowed, retryAfter: allowed ? null : Math.ceil((ends.getTime() - now.getTime()) / 1000) };
}

/** Deletes ended windows, except rows that are locked by a concurrent attempt. */
async function deleteEndedWindows(now: Date): Promise<void> {
  await db().$executeRaw`
    DELETE FROM rate_limit WHERE key IN (
      SELECT key FROM rate_limit WHERE window_ends_at <= ${now}::timestamptz FOR UPDATE SKIP LOCKED)`;
}
