import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/web/answers";

export const dynamic = "force-dynamic";

/** Whether this process can serve: it reaches the database. */
export const GET = route(async () => {
  await pool()
    .query("SELECT 1")
    .catch(() => {
      throw new AppError("unavailable", "The database does not answer.");
    });
  return Response.json({ status: "ok" });
});
