/** The largest request body, in bytes: 4 MB, as in `serverActions.bodySizeLimit` of next.config.js. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The overhead of a multipart field, in bytes. */
const FIELD_OVERHEAD = 200;

/** Returns the approximate size, in bytes, of the request body of a form without files. */
export function estimateFormBytes(form: FormData): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const [name, value] of form) {
    bytes += FIELD_OVERHEAD + encoder.encode(name).length + encoder.encode(String(value)).length;
  }
  return bytes;
}
