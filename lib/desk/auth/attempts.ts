import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { consume } from "./rate-limit";

const WINDOW_S = 15 * 60;

/** Limits per account within fifteen minutes: password attempts and requests for a reset link. */
const LIMITS = { password: 10, reset: 5 };
type Attempt = keyof typeof LIMITS;

const keyOf = (attempt: Attempt, email: string) =>
  `${attempt}|${createHash("sha256").update(email.toLowerCase()).digest("hex")}`;

/**
 * Counts an attempt on an account, whether it exists or not, and from any IP address (which can be forged
 * without a proxy). Call it before anything is checked, so that concurrent attempts count. Throws
 * `rate_limited` above the limit.
 */
export async function countAttempt(attempt: Attempt, email: string, now: Date): Promise<void> {
  const { allowed } = await consume(keyOf(attempt, email), { window: WINDOW_S, max: LIMITS[attempt] }, now);
  if (!allowed) {
    throw new AppError("rate_limited", "Too many attempts. Try again in 15 minutes.");
  }
}

/** Resets the counter after a correct password. */
export async function resetAttempts(attempt: Attempt, email: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: keyOf(attempt, email) } });
}
