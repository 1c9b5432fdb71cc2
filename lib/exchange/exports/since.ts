import { AppError } from "@/lib/errors";

/** Encodes the sequence number of a publication event as an opaque cursor. */
export function encodeSince(sequence: bigint): string {
  return Buffer.from(`v1:${sequence}`).toString("base64url");
}

/** Decodes a cursor to the sequence number of its event. Throws `invalid` if it is not the cursor of an export. */
export function decodeSince(text: string): bigint {
  const digits = /^v1:(\d{1,18})$/.exec(Buffer.from(text, "base64url").toString())?.[1];
  if (digits !== undefined) return BigInt(digits);
  throw new AppError("invalid", "This is not the cursor of an export.", [
    { path: "since", message: "Give the `cursor` of an earlier export, or leave it out for all verdicts." },
  ]);
}
