/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** A folded text with every character of scripts that know no spaces as a word of its own, so that parts are found. */
export function spaced(folded: string): string {
  return folded.replace(UNSPACED, " $& ").replace(/ {2,}/g, " ").trim();
}
