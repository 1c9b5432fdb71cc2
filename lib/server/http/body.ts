import { isUtf8 } from "node:buffer";
import { AppError } from "@/lib/errors";
import { MAX_BODY_BYTES } from "@/lib/text/body-size";

/** The `too_large` error for a body longer than `maxBytes`. */
export function bodyTooLarge(maxBytes = MAX_BODY_BYTES): AppError {
  return new AppError("too_large", `The body is longer than ${maxBytes} bytes. Send less at once.`);
}

const NOT_UTF8 = [{ path: "", message: "must be UTF-8" }];

/**
 * Reads the body of a request as text of at most `maxBytes`.
 * Throws `too_large` for a longer body (without reading it if Content-Length says so), `invalid` if it is not UTF-8.
 */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw bodyTooLarge(maxBytes);
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  if (!isUtf8(bytes)) throw new AppError("invalid", "The body is not UTF-8. Send it in UTF-8.", NOT_UTF8);
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}
