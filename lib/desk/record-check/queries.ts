import { type Context, isAllowed } from "@/lib/desk/auth/permissions";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { type Finding, findingSchema } from "./schema";

/** The last check of the record. `faultySince` is the first check since which every check had findings. */
export type LastCheck = { checkedAt: Date; faultCount: number; faults: Finding[]; faultySince: Date | null };

const LAST = sql`SELECT checked_at AS "checkedAt", fault_count AS "faultCount", faults, faulty_since AS "faultySince"
  FROM record_check ORDER BY checked_at DESC, id LIMIT 1`;

/** The last check of the record; null before the first. */
export async function findLastCheck(): Promise<LastCheck | null> {
  const [row] = await query<LastCheck & { faults: unknown }>(LAST);
  return row ? { ...row, faults: findingSchema.array().parse(row.faults) } : null;
}

/** The last check if it has findings and the actor has the permission `record.alarm`; else null. */
export async function findAlarm({
  actor,
}: Pick<Context, "actor">): Promise<(LastCheck & { faultySince: Date }) | null> {
  if (!actor || !isAllowed(actor.role, "record.alarm")) return null;
  const last = await findLastCheck();
  return last?.faultySince ? { ...last, faultySince: last.faultySince } : null;
}

/** The last check for `/api/health/ready`; null before the first, or if it cannot be read. */
export async function getRecordHealth(): Promise<{ checkedAt: string; faults: number } | null> {
  const last = await findLastCheck().catch(() => null);
  return last && { checkedAt: last.checkedAt.toISOString(), faults: last.faultCount };
}
