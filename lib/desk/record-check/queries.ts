import { type Context, may } from "@/lib/desk/auth/permissions";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { type Fault, faultSchema } from "./schema";

/** The last check of the record, null before the first. */
export type LastCheck = { checkedAt: Date; faultCount: number; faults: Fault[]; faultySince: Date | null };

const LAST = sql`SELECT checked_at AS "checkedAt", fault_count AS "faultCount", faults, faulty_since AS "faultySince"
  FROM record_check ORDER BY checked_at DESC, id LIMIT 1`;

/** Finds the last check of the record. */
export async function findLastCheck(): Promise<LastCheck | null> {
  const [row] = await query<LastCheck & { faults: unknown }>(LAST);
  return row ? { ...row, faults: faultSchema.array().parse(row.faults) } : null;
}

/** What the last check found wrong, for those who can do something about it; null for others and where nothing is. */
export async function findAlarm({
  actor,
}: Pick<Context, "actor">): Promise<(LastCheck & { faultySince: Date }) | null> {
  if (!actor || !may(actor.role, "record.alarm")) return null;
  const last = await findLastCheck();
  return last?.faultySince ? { ...last, faultySince: last.faultySince } : null;
}

/** The last check in the words of `/api/health/ready`; null before the first, and where it cannot be read. */
export async function recordHealth(): Promise<{ checkedAt: string; faults: number } | null> {
  const last = await findLastCheck().catch(() => null);
  return last && { checkedAt: last.checkedAt.toISOString(), faults: last.faultCount };
}
