import { isUtf8 } from "node:buffer";
import { AppError } from "@/lib/errors";
import { longestBody } from "@/lib/text/form-bytes";

/** What a request with a longer body fails with. */
export function bodyTooLarge(mostBytes = longestBody): AppError {
  return new AppError("too_large", `The body is longer than ${mostBytes} bytes. Send less at once.`);
}

const NOT_UTF8 = [{ path: "", message: "must be UTF-8" }];

/**
 * The body of a request as text, counted as it comes and read up to `mostBytes`.
 * Throws `too_large` for a longer one, before anything of it is read where its head says so; `invalid` for bytes that are
 * not UTF-8, which would be stored as damaged characters.
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
  const bytes = Buffer.concat(pieces);
  if (!isUtf8(bytes)) throw new AppError("invalid", "The body is not UTF-8. Send it in UTF-8.", NOT_UTF8);
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}
