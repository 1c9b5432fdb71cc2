const WEB = /https?:\s*\/|\bwww\.[\p{L}\p{N}]/iu;
const MAIL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.\p{L}/u;
/** A site with a page of it, without a scheme: t.me/name. The last label has two letters or more, so that 1.5/2 is none. */
const PAGE =
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}(?::\d+)?\/[\p{L}\p{N}_~@#?%]/u;

/** Whether a web or mail address stands in the text. A name such as example.org alone is none: it names a publisher. */
export function holdsAddress(text: string): boolean {
  return WEB.test(text) || MAIL.test(text) || PAGE.test(text);
}
