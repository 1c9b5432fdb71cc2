import { checkDatabase } from "@/lib/db/ready";
import { route } from "@/lib/web/answers";

export const dynamic = "force-dynamic";

/** Whether this process can serve: it reaches the database. */
export const GET = route(async () => {
  await checkDatabase();
  return Response.json({ status: "ok" });
});
