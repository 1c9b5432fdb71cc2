/**
 * Encodes texts as UTF-8 into one buffer. Encoding the pieces avoids one long string, which V8 allocates as a large
 * object, and one buffer avoids external memory that triggers garbage collection. No surrogate pair may be split between
 * two texts.
 */
export function encodeUtf8(texts: readonly string[]): Buffer {
  let size = 0;
  for (const text of texts) size += Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const text of texts) at += bytes.write(text, at);
  return bytes;
}
