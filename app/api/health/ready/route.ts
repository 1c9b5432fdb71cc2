import { recordHealth } from "@/lib/desk/record-check/queries";
import { checkDatabase } from "@/lib/platform/db/ready";
import { route } from "@/lib/server/http/answers";

export const dynamic = "force-dynamic";

/**
 * Whether this process can serve: it reaches the database. `details.record` is the last check of the record; faults in it are
 * no reason to take a process out of service.
 */
export const GET = route(async () => {
  await checkDatabase();
  return Response.json({ status: "ok", details: { record: await recordHealth() } });
});
