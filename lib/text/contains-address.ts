const WEB = /https?:\s*\/|\bwww\.[\p{L}\p{N}]/iu;
const MAIL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.\p{L}/u;
/**
 * A host with a path, without a scheme: t.me/name. Its last label has at least two letters, so that 1.5/2 is
 * none.
 */
const PAGE =
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}(?::\d+)?\/[\p{L}\p{N}_~@#?%]/u;

/**
 * Whether the text contains a web or mail address. A bare host such as example.org does not count: it names a
 * publisher.
 */
export function containsAddress(text: string): boolean {
  return WEB.test(text) || MAIL.test(text) || PAGE.test(text);
}
