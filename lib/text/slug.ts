import { graphemesOf } from "./graphemes";

const MAX_LENGTH = 80;
/**
 * Tashkeel, tatweel and invisible characters. Not the hamza marks U+0653 to U+0655, which are part of the
 * spelling.
 */
const DROPPED =
  /[\u0610-\u061A\u0640\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06ED\u0897-\u089F\u08CA-\u08FF\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}]/gu;
const APOSTROPHES = /['’ʼ]/g;
const THOUSANDS = /(?<=\p{Nd})[,٬](?=\p{Nd})/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * Returns the slug of a text: its words in lower case joined by "-", with letters and digits of any script
 * (RFC 3987). Removes tashkeel and tatweel; keeps hamza forms, ta marbuta and accents. In NFKC. Idempotent.
 *
 * At most `maxLength` UTF-16 units, cut between words, or inside a longer first word. Returns `fallback` for
 * a text without letters or digits. Not unique: see {@link withSuffix}.
 */
export function slugify(text: string, maxLength = MAX_LENGTH, fallback = "claim"): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(DROPPED, "").normalize("NFKC");
  const words = plain.replace(APOSTROPHES, "").replace(THOUSANDS, "").match(WORD) ?? [];
  return shorten(words.join("-"), maxLength) || fallback;
}

/**
 * Returns the slug with a number: "name-2", shortened to `maxLength` in all. Throws RangeError unless `n` is
 * a positive integer.
 */
export function withSuffix(slug: string, n: number, maxLength = MAX_LENGTH): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`${n} is not a positive integer`);
  return `${shorten(slug, maxLength - `-${n}`.length)}-${n}`;
}

function shorten(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug;
  const cut = slug.lastIndexOf("-", maxLength);
  return slug.slice(0, cut > 0 ? cut : graphemesOf(slug).startAt(maxLength));
}
