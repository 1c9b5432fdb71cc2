import { getRecordHealth } from "@/lib/desk/record-check/queries";
import { checkDatabase } from "@/lib/platform/db/ready";
import { route } from "@/lib/server/http/responses";

export const dynamic = "force-dynamic";

/**
 * Readiness: whether this process reaches the database. `details.record` is the last check of the record; its
 * findings do not make the process unready.
 */
export const GET = route(async () => {
  await checkDatabase();
  return Response.json({ status: "ok", details: { record: await getRecordHealth() } });
});
