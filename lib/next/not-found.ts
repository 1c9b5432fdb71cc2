import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** The answer, or Next's "not found" page where the query throws `not_found`. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
