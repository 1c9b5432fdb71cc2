import { graphemesOf } from "./graphemes";

const MAX_LENGTH = 80;
/** Tashkeel, tatweel, and what shows nothing. Not the hamza marks U+0653 to U+0655: those are spelling. */
const DROPPED =
  /[\u0610-\u061A\u0640\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06ED\u0897-\u089F\u08CA-\u08FF\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}]/gu;
const APOSTROPHES = /['’ʼ]/g;
const THOUSANDS = /(?<=\p{Nd})[,٬](?=\p{Nd})/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * The part of an address that names a thing: its words in lower case joined by "-", letters and digits of any
 * script (RFC 3987; browsers show Arabic addresses as they are). Tashkeel and tatweel go; hamza forms, ta marbuta
 * and accents stay, since this is read and not searched. In NFKC, so in NFC. Idempotent.
 *
 * At most `maxLength` UTF-16 units, cut between words, or inside a first word that is longer than that. Where
 * there is no letter or digit, the `fallback`, as it is. Not unique: see {@link withSuffix}.
 */
export function slugify(text: string, maxLength = MAX_LENGTH, fallback = "claim"): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(DROPPED, "").normalize("NFKC");
  const words = plain.replace(APOSTROPHES, "").replace(THOUSANDS, "").match(WORD) ?? [];
  return shorten(words.join("-"), maxLength) || fallback;
}

/**
 * The slug for the `n`th thing of that name: "name-2". The slug is cut so that the whole keeps to `maxLength`.
 * RangeError unless `n` is a positive integer.
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
