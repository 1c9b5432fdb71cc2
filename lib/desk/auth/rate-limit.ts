import { db } from "@/lib/platform/db/client";

/** So many attempts are allowed within a window of so many seconds, which begins with the first. */
type Rule = { window: number; max: number };

/**
 * Counts one attempt under a key, in one statement, so that attempts made at once are all counted. Returns whether the rule
 * allows it, and in how many seconds the window ends where it does not. The storage of the auth library's rate limits, and
 * of ours by account, for which the library has no interface: its own keys are an address and a path.
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
  if (count === 1) await removeEnded(now);
  const allowed = count <= max;
  return { allowed, retryAfter: allowed ? null : Math.ceil((ends.getTime() - now.getTime()) / 1000) };
}

/** Removes the windows that have ended, but for those that somebody begins again at this moment. */
async function removeEnded(now: Date): Promise<void> {
  await db().$executeRaw`
    DELETE FROM rate_limit WHERE key IN (
      SELECT key FROM rate_limit WHERE window_ends_at <= ${now}::timestamptz FOR UPDATE SKIP LOCKED)`;
}
