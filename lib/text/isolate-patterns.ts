import type { Direction } from "./direction";
import { letterOf } from "./direction-of-text";

// Regex sources for what forms a unit in a text of the other script. They run on every displayed text, so none may
// backtrack ambiguously, and open-ended ones start at a boundary.

const SPACE = String.raw`[ \u00A0\u202F]`;
// Separators of list items, clauses and quotations, never inside a run.
const APART = String.raw`\n،؛؟«»‹›()[\]{}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;

const addressEnd = String.raw`[^\s«»"<>()،؛؟.,;:!?\]\u061C\u200E\u200F]|\([^\s()]*\)`;
const addressRest = String.raw`(?:[^\s«»"<>()،؛؟]|\([^\s()]*\))*(?:${addressEnd})`;
const host = String.raw`(?<![\w.+-])[\w-]+(?:\.[\w-]+)+\/`;
const mail = String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const addressStart = String.raw`https?:\/\/|www\.|${host}`;
/** A web or mail address, without the punctuation that ends its sentence. */
const addressSource = `(?:${addressStart})${addressRest}|${mail}`;

/** Quoted or bracketed text in letters of `inner` only, with its punctuation. */
function quotedSource(inner: Direction): string {
  const [own, other] = [letterOf[inner], letterOf[inner === "ltr" ? "rtl" : "ltr"]];
  return ["«»", "“”", '""', "()"]
    .map(([open, close]) => {
      const inside = String.raw`(?:(?!${other})[^${open}${close}\n،؛])`;
      return String.raw`(?<=[${open}])(?!\s)(?=${inside}*?${own})${inside}+(?<!\s)(?=[${close}])`;
    })
    .join("|");
}

/** Quoted or bracketed text that begins and ends with `inner`, with any letters between. */
const quotedSentence = (inner: string) =>
  String.raw`(?<=["“«(])(?=${inner})[^"“”«»()\n]*(?:${inner}|[.!؟?…])(?=["”»)])`;

const group = (other: string) => String.raw`\((?:(?!${other})[^()\n،؛؟«»])*\)`;
const quotation = (other: string) =>
  ['""', "“”", "''", "‘’"]
    .map(([open, close]) => String.raw`${open}(?:(?!${other})[^${open}${close}\n،؛؟«»()])+${close}(?!\p{L})`)
    .join("|");

const L = letterOf.ltr;
// Superscripts, subscripts and trademark signs belong to their word: mc², CO₂, Windows®.
const C = String.raw`(?:${L}|[\d_\u0300-\u036F\u00B2\u00B3\u00B9\u2070\u2074-\u207E\u2080-\u208E™®])`;
const LOWER = String.raw`\p{Ll}+[²³]?(?![\p{L}\p{N}])`;
// Units in capital letters after a number: 10:30 AM, 80 GB, 5 kW, 100 USD.
const MONEY = "(?:USD|EUR|GBP|AED|SAR|EGP|QAR|KWD|JOD|IQD)";
const CAPITALS = String.raw`(?:[AP]M|GMT|UTC|BCE?|CE|AD|[kKMGTP]i?[Bb](?:ps|\/s)?|[kmMGT]?(?:Wh?|Hz|V|J)|mmHg|m?Ah|[kMG]?eV|dB|${MONEY}|Thousand|Million|Billion|Trillion)(?!${C})`;
const MONTH = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?!${C})`;
const SIGN = String.raw`(?:(?<=^|[^\p{L}\p{N}]|(?<!\p{L})[وف])[-–−]|[+±~≈<>≤≥#№])`;
const CURRENCY = String.raw`(?:\p{Lu}{1,3}(?=\p{Sc}))?\p{Sc}${SPACE}?`;
const NUMBER = String.raw`(?:\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+(?:[.,:/\u00A0\u202F]\d+)*)[¼-¾⅐-⅞]?`;
// Letters that belong to a number: 67B, 1.5bn, 8th, 400km/h, 737-800ER.
const LETTERS = `[-/]?${L}(?:${C}|[-/](?=${C}))*`;
const SUFFIX = String.raw`(?:${LETTERS}|\+(?![\p{L}\d])|${SPACE}?%(?!\d)|‰|${SPACE}?°(?:${SPACE}?${L}(?!${C}))?|${SPACE}?\p{Sc}(?!${SPACE}?\d))`;
const UNIT = `${SIGN}?(?:${CURRENCY})?${SIGN}?${NUMBER}${SUFFIX}?`;
const JOIN = `(?:[-–—−~×x*+/:=·^]|${SPACE}[-–—−×+=]${SPACE})`;
const PHONE = String.raw`(?:(?:\+\d{1,3}|\(\+\d{1,3}\))(?:[ -](?:\(\d+\)|\d+))*[ -]\d{2,}|\(0\d{1,3}\)[ -]\d{3,4}[ -]?\d{3,4}|0\d{1,4}(?:[ -]\d{2,4}){1,3}(?![\d‰:/]|${SPACE}?[%\p{Sc}]))`;
/** A number with its sign, currency, unit or percent; ranges, dates and sums of such. */
const AMOUNT = String.raw`(?<![\d.,])(?:${PHONE}|${UNIT}(?:${JOIN}${UNIT})*)`;
const MEASURE = String.raw`(?<![\d.,])${SIGN}?(?:${CURRENCY})?${NUMBER}${LETTERS}(?:${JOIN}${UNIT})*`;
/** A number with letters as a part of a name: DeepSeek 67B. */
const MODEL = String.raw`(?<![\d.,])${NUMBER}${LETTERS}`;

// GPT-4, C++, Müller, AT&T, @name, .NET; not the letters of a currency (US$), nor an address.
const WORD = String.raw`(?!\p{Lu}{1,3}\p{Sc}[\d +−-]|${addressStart}|${mail})(?:[@#]|\$(?=\p{Lu})|\.(?=[a-z]|[A-Z]{2}))?${L}(?:${C}|[.&/'’:@‑-](?=${C})|\p{Sc}(?=${L})|\+{1,2}|#)*`;
const ABBREVIATION = String.raw`(?:(?<!${C})(?:${L}\.){2,}|(?<!${C})(?:Inc|Ltd|Corp|Co|Jr|Sr|Bros|etc)\.)`;
const BETWEEN = String.raw`(?:(?<=(?<!${C})(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|vs|No|\p{Lu}))\.${SPACE}|[^\p{L}\p{N}\p{M}\p{Sc}.!?…${APART}]{1,3}?)`;
const QUANTITY = `(?:${UNIT}|[٠-٩۰-۹][٠-٩۰-۹٫٬.,/-]*)`;

// A plain number after a name is a part of it (Boeing 737), unless a counted word follows.
const counted: Record<Direction, string> = {
  rtl: String.raw`(?:ألف|آلاف|مليون|ملايين|مليار|بليون|تريليون|في الم|بالم|نقط|دولار|يورو|جنيه|ريال|درهم|دينار|ليرة|\p{L}+(?:\u064Bا|ا\u064B))`,
  ltr: "(?:thousand|million|billion|trillion|per ?cent|dollars|euros|pounds|people|times|years|days|points)",
};
const numeral = (base: Direction, parts: string) =>
  String.raw`${SPACE}\d+(?:${parts}\d+)*(?![\d,٪‰°\p{L}]|[.–\-/]\d|${SPACE}?[%\p{Sc}]|${SPACE}${counted[base]})`;

function latinRun(): string {
  const day = String.raw`(?<![\d.,])\d{1,2}(?:[-–]\d{1,2})?(?=${SPACE}${MONTH})`;
  const start = `(?:${AMOUNT}(?=${SPACE}(?:${LOWER}|${CAPITALS}))|${day}|${MEASURE}|${ABBREVIATION}|${WORD})`;
  const inner = String.raw`(?:(?<=(?<!${C})\p{Lu})\.)?${SPACE}${group(letterOf.rtl)}|[:,]?${SPACE}(?:${quotation(letterOf.rtl)})`;
  const next = `(?:${inner}|${BETWEEN}(?:${QUANTITY}${BETWEEN}){0,3}?(?:${MODEL}|${ABBREVIATION}|${WORD}))`;
  // September 11, 2001; No. 5
  const dayOfMonth = String.raw`(?<=(?<!${C})${MONTH})\.?${SPACE}\d{1,2}(?:st|nd|rd|th)?(?:,${SPACE}\d{4})?(?![\d.]\d)`;
  const numbered = String.raw`(?<=(?<!${C})(?:Nos?|Vol|Art|Sec|Fig|Ch|pp?))\.${SPACE}\d+(?:[-–]\d+)?`;
  const price = `(?<=(?<!${C})${MONEY})${SPACE}${NUMBER}${SUFFIX}?`;
  const last = `(?:${dayOfMonth}|${price}|${numbered}|(?<=${SPACE}${LOWER})${SPACE}${AMOUNT}|${numeral("rtl", String.raw`[.\-/]`)})`;
  return `${start}${next}*${last}?|${AMOUNT}`;
}

function arabicRun(): string {
  const word = String.raw`${letterOf.rtl}(?:${letterOf.rtl}|[\p{M}\u200C\u200D]|_(?:\d+|[٠-٩۰-۹]+)?)*`;
  const between = String.raw`[^\p{L}\p{N}\n«»‹›()[\]{}]{1,3}?`;
  const number = String.raw`[\d٠-٩۰-۹][\d٠-٩۰-۹٫٬.,/-]*`;
  const next = `(?:${between}(?:${number}${between})?${word}|${SPACE}${group(letterOf.ltr)})`;
  // Arabic digits and a hash sign may precede the word.
  const first = `(?:(?<![٠-٩۰-۹٫٬.,/-])[٠-٩۰-۹][٠-٩۰-۹٫٬.,/-]*٪?${SPACE})?#?${word}`;
  return `${first}${next}*(?:${numeral("ltr", "[.]")})?`;
}

/** The patterns of what is isolated in a paragraph of this direction. */
export const isolatePatterns: Record<Direction, RegExp> = {
  rtl: new RegExp(`(?<address>${addressSource})|${quotedSource("ltr")}|${latinRun()}`, "gu"),
  ltr: new RegExp(
    `(?<address>${addressSource})|${quotedSentence(letterOf.rtl)}|${quotedSource("rtl")}|${arabicRun()}`,
    "gu",
  ),
};
