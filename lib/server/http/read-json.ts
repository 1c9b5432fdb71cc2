import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { readText } from "./body";

/**
 * Parses the JSON body of a request by a schema, up to `maxBytes`.
 * Throws `too_large` for a longer body, `invalid` if it is not JSON, and the zod error.
 */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
  maxBytes: number,
): Promise<z.infer<T>> {
  const text = await readText(request, maxBytes);
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("invalid", "The request is not JSON.");
    throw error;
  }
}
