/** The longest body of a request, in bytes: 4 MB, as `serverActions.bodySizeLimit` in next.config.js says too. */
export const longestBody = 4 * 1024 * 1024;

/** What stands around each field of a form on its way, in bytes. */
const AROUND_A_FIELD = 200;

/** About how many bytes a form without files takes as the body of a request. */
export function formBytes(form: FormData): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const [name, value] of form) {
    bytes += AROUND_A_FIELD + encoder.encode(name).length + encoder.encode(String(value)).length;
  }
  return bytes;
}
