import { AppError } from "@/lib/errors";
import { longestBody } from "./rules";

/** What a request with a longer body fails with. */
export function bodyTooLarge(mostBytes = longestBody): AppError {
  return new AppError("too_large", `The body is longer than ${mostBytes} bytes. Send less at once.`);
}

/**
 * The body of a request as text, counted as it comes and read up to `mostBytes`.
 * Throws `too_large` for a longer one, before anything of it is read where its head says so.
 */
export async function readText(request: Request, mostBytes = longestBody): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw bodyTooLarge(mostBytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > mostBytes) throw bodyTooLarge(mostBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
