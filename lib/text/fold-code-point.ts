/** Letters that are interchangeable in writing but that Unicode does not decompose. Applied after NFKD. */
const LETTERS = new Map<string, string>([
  ...pairs("ا", "\u0671\u0672\u0673"), // alef wasla, wavy hamza; أ إ آ fall apart by NFKD
  ...pairs("ه", "\u0629\u06BE\u06C1\u06C3\u06D5\u06FF"), // ta marbuta, Urdu and Kurdish heh
  ...pairs("ي", "\u0649\u0620\u06CC\u06CD\u06CE\u06D0\u06D2"), // alef maqsura, Persian, Pashto, Kurdish, Urdu yeh
  ...pairs("ك", "\u06A9\u06AA\u06AC"), // Persian and Sindhi kaf
  ...[..."٠١٢٣٤٥٦٧٨٩"].map((digit, value) => [digit, String(value)] as const),
  ...[..."۰۱۲۳۴۵۶۷۸۹"].map((digit, value) => [digit, String(value)] as const),
  ["٫", "."], // Arabic decimal separator
  ["٬", ","], // Arabic thousands separator
  ["٪", "%"],
  ...pairs("x", "\u00D7\u2715\u2A2F"), // the multiplication sign: 4×4 is written 4x4
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ς", "σ"],
]);

/**
 * Accents of the European scripts, Hebrew points, Arabic tashkeel, hamza and Quranic marks. Not Indic vowels.
 */
const MARKS =
  /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0897-\u089F\u08CA-\u08FF]/u;
/**
 * Tatweel, the high hamza of NFKD, and invisible characters: bidi controls, joiners, soft hyphens, variation
 * selectors.
 */
const UNSEEN = /[\u0640\u0674\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
/**
 * What becomes a space: punctuation, and the signs of minus, fraction and power, typed as hyphen, slash and
 * ^.
 */
const SPACED = /[\p{P}\p{Z}\p{Cc}`^\u02BB-\u02BD\u2212\u2044\u2215]/u;
/**
 * Superscript digits and fractions, which are separate from the number before them: 10⁶ is not 106, 2½ not
 * 21/2.
 */
const SEPARATE = /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070\u2074-\u2079\u2150-\u215F\u2189]/u;
/** Punctuation that is kept; fold decides about the point and the comma by their neighbours. */
const PRESERVED = new Set(["%", "&", ".", ","]);

/** A cache of up to {@link MAX_CACHED} code points. */
const cache = new Map<string, string>();
const MAX_CACHED = 10_000;

/**
 * Returns what a code point folds to by itself: no, one or several code points in NFKD. White space and
 * punctuation become " ", except "%", "&", "." and ",".
 */
export function foldCodePoint(codePoint: string): string {
  const cached = cache.get(codePoint);
  if (cached !== undefined) return cached;
  const folded = computeFold(codePoint);
  if (cache.size < MAX_CACHED) cache.set(codePoint, folded);
  return folded;
}

function computeFold(codePoint: string): string {
  if (/\p{Surrogate}/u.test(codePoint)) return "\uFFFD"; // two halves must not join when what separates them is dropped
  let folded = SEPARATE.test(codePoint) ? " " : "";
  // lower-casing may produce a decomposable letter, so NFKD runs before and after it
  for (const part of codePoint.normalize("NFKD").toLowerCase().normalize("NFKD")) {
    if (MARKS.test(part) || UNSEEN.test(part)) continue;
    const letter = LETTERS.get(part) ?? part;
    folded += SPACED.test(letter) && !PRESERVED.has(letter) ? " " : letter;
  }
  return folded;
}

function pairs(letter: string, variants: string): [string, string][] {
  return [...variants].map((variant) => [variant, letter]);
}
