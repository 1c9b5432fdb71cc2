import { createHash, randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

const WINDOW_MS = 15 * 60 * 1000;

/** How often within fifteen minutes a person's password may be tried, and a link to a new one asked for. */
const most = { password: 10, reset: 5 };
type Attempt = keyof typeof most;

// The table is the auth library's, which takes out rows whose `last_request` is long ago. Ours holds the end of the
// window there, so that a row stays until it counts no more.
const keyOf = (attempt: Attempt, email: string) =>
  `${attempt}|${createHash("sha256").update(email.toLowerCase()).digest("hex")}`;

/**
 * Counts an attempt at this person's account, whether there is such a person or not, and whatever address it comes
 * from: an address can be forged where no proxy stands in front. Counted before anything is looked at, so that attempts
 * made at once count too. Throws `rate_limited` after too many within fifteen minutes.
 */
export async function countAttempt(attempt: Attempt, email: string, now: Date): Promise<void> {
  const [key, at, end] = [keyOf(attempt, email), now.getTime(), now.getTime() + WINDOW_MS];
  const [row] = await db().$queryRaw<Array<{ count: number }>>`
    INSERT INTO rate_limit (id, key, count, last_request) VALUES (${randomUUID()}, ${key}, 1, ${end})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.last_request <= ${at} THEN 1 ELSE rate_limit.count + 1 END,
      last_request = CASE WHEN rate_limit.last_request <= ${at} THEN ${end} ELSE rate_limit.last_request END
    RETURNING count`;
  if (row && row.count > most[attempt]) {
    throw new AppError("rate_limited", "Too many attempts. Wait a quarter of an hour and try again.");
  }
}

/** Forgets the attempts, once the right password was given. */
export async function forgetAttempts(attempt: Attempt, email: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: keyOf(attempt, email) } });
}
