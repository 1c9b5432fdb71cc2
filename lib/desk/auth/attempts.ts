import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { consume } from "./rate-limit";

const WINDOW_S = 15 * 60;

/** How often within fifteen minutes a person's password may be tried, and a link to a new one asked for. */
const most = { password: 10, reset: 5 };
type Attempt = keyof typeof most;

const keyOf = (attempt: Attempt, email: string) =>
  `${attempt}|${createHash("sha256").update(email.toLowerCase()).digest("hex")}`;

/**
 * Counts an attempt at this person's account, whether there is such a person or not, and whatever address it comes
 * from: an address can be forged where no proxy stands in front. Counted before anything is looked at, so that attempts
 * made at once count too. Throws `rate_limited` after too many within fifteen minutes.
 */
export async function countAttempt(attempt: Attempt, email: string, now: Date): Promise<void> {
  const { allowed } = await consume(keyOf(attempt, email), { window: WINDOW_S, max: most[attempt] }, now);
  if (!allowed) {
    throw new AppError("rate_limited", "Too many attempts. Wait a quarter of an hour and try again.");
  }
}

/** Forgets the attempts, once the right password was given. */
export async function forgetAttempts(attempt: Attempt, email: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: keyOf(attempt, email) } });
}
