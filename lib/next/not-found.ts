import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** Returns the result, or renders Next's "not found" page if the query throws `not_found`. */
export async function orNotFound<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
