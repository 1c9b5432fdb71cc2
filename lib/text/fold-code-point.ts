/** Letters that Unicode does not decompose, but that readers write for one another. Applied after NFKD. */
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
  ...pairs("x", "\u00D7\u2715\u2A2F"), // the sign of times: 4×4 is written 4x4
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

/** Accents of the European scripts, Hebrew points, Arabic tashkeel, hamza and Quranic marks. Not Indic vowels. */
const MARKS =
  /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0897-\u089F\u08CA-\u08FF]/u;
/** Tatweel; the high hamza of NFKD; what shows nothing: bidi controls, joiners, soft hyphens, variation selectors. */
const UNSEEN = /[\u0640\u0674\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
/** With the signs of minus, of a fraction and of a power, which stand for a hyphen, a slash and a raised digit. */
const SPACED = /[\p{P}\p{Z}\p{Cc}`^\u02BB-\u02BD\u2212\u2044\u2215]/u;
/** Raised digits and fractions are no part of the number before them: 10⁶ is not 106, and 2½ not 21/2. */
const APART = /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070\u2074-\u2079\u2150-\u215F\u2189]/u;
/** Punctuation with a meaning of its own; the point and the comma are judged by their neighbours, in fold. */
const MEANT = new Set(["%", "&", ".", ","]);

/** What was answered before, up to {@link MOST_KNOWN}: texts of a few languages are made of few code points. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/**
 * What one code point folds to, before its neighbours are looked at: no, one or several code points in NFKD.
 * White space and punctuation answer " ", but % and & and (for fold to judge) "." and ",".
 */
export function foldCodePoint(codePoint: string): string {
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const folded = foldedAnew(codePoint);
  if (known.size < MOST_KNOWN) known.set(codePoint, folded);
  return folded;
}

function foldedAnew(codePoint: string): string {
  if (/\p{Surrogate}/u.test(codePoint)) return "\uFFFD"; // two halves must not meet when what parts them is dropped
  let folded = APART.test(codePoint) ? " " : "";
  // lower case may bring a letter that decomposes again, so NFKD stands on both sides of it
  for (const part of codePoint.normalize("NFKD").toLowerCase().normalize("NFKD")) {
    if (MARKS.test(part) || UNSEEN.test(part)) continue;
    const letter = LETTERS.get(part) ?? part;
    folded += SPACED.test(letter) && !MEANT.has(letter) ? " " : letter;
  }
  return folded;
}

function pairs(letter: string, variants: string): [string, string][] {
  return [...variants].map((variant) => [variant, letter]);
}
