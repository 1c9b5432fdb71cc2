import { AppError } from "@/lib/errors";
import { pool } from "./pool";

/** Throws `unavailable` where the database does not answer. */
export async function checkDatabase(): Promise<void> {
  await pool()
    .query("SELECT 1")
    .catch(() => {
      throw new AppError("unavailable", "The database does not answer.");
    });
}
