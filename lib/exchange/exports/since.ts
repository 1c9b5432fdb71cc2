import { AppError } from "@/lib/errors";

/** The place in the log of publications as one opaque word. */
export function encodeSince(sequence: bigint): string {
  return Buffer.from(`v1:${sequence}`).toString("base64url");
}

/** Reads `since`; throws `invalid` where it is no cursor of an export. */
export function decodeSince(text: string): bigint {
  const digits = /^v1:(\d{1,18})$/.exec(Buffer.from(text, "base64url").toString())?.[1];
  if (digits !== undefined) return BigInt(digits);
  throw new AppError("invalid", "The cursor is not one of an export.", [
    { path: "since", message: "Give the `cursor` of an earlier export, or leave it out for all verdicts." },
  ]);
}
