import { AppError } from "@/lib/errors";
import { pool } from "./pool";

/** Throws `unavailable` if the database cannot be reached. */
export async function checkDatabase(): Promise<void> {
  await pool()
    .query("SELECT 1")
    .catch(() => {
      throw new AppError("unavailable", "The database cannot be reached.");
    });
}
