import type { z } from "zod";
import { AppError } from "@/lib/errors";

/**
 * The body of a request as JSON that fits the schema, read up to `mostBytes`.
 * Throws `invalid` for a longer one and for what is no JSON, and the zod error.
 */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
  mostBytes: number,
): Promise<z.infer<T>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > mostBytes) throw new AppError("invalid", "The request is too long.", [], "too_long");
    pieces.push(piece);
  }
  try {
    return schema.parse(JSON.parse(Buffer.concat(pieces).toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("invalid", "The request is not JSON.");
    throw error;
  }
}
