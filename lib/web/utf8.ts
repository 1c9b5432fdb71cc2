/**
 * The bytes of the texts, one after another. Each is encoded by itself: for one text of more than some 64,000 UTF-16
 * units, not all of them Latin, V8 sets aside a large object first, which takes ten times as long as to encode it. No
 * surrogate pair may be parted between two of them.
 */
export function utf8Of(texts: readonly string[]): Buffer {
  return Buffer.concat(texts.map((text) => Buffer.from(text)));
}
