import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { readText } from "./body";

/**
 * The body of a request as JSON that fits the schema, read up to `mostBytes`.
 * Throws `too_large` for a longer one, `invalid` for what is no JSON, and the zod error.
 */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
  mostBytes: number,
): Promise<z.infer<T>> {
  const text = await readText(request, mostBytes);
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("invalid", "The request is not JSON.");
    throw error;
  }
}
