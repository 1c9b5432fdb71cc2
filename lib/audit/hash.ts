import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256, in hex, of the value as canonical JSON (RFC 8785) in UTF-8. The value must be plain JSON. */
export function hashOf(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError("Only JSON can be hashed.");
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}
