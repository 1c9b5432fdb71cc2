import { fold } from "@/lib/text/fold";

/** A quantity in a folded text, with its UTF-16 range. */
export type Quantity = {
  /**
   * `number:6000000`, preceded by the same with its unit if it has one: `usd:6000000`, `percent:5.6`. Then
   * the alternatives as the end of a range.
   */
  tokens: string[];
  start: number;
  end: number;
  /** Whether Latin letters touch it, as in H800, GPT4, 5G, 8th. */
  isPartOfName: boolean;
};

/** Powers of ten by their words: English with abbreviations, Arabic in all cases. */
const SCALES = new Map<string, number>([
  ...words(3, "k thousand الف الفا الاف"),
  ...words(6, "m mn mln million millions مليون مليونا ملايين"),
  ...words(9, "b bn bln billion billions مليار مليارا مليارات بليون"),
  ...words(12, "t tn trn trillion trillions تريليون تريليونا تريليونات ترليون"),
]);
/** Abbreviations that are a scale only if they touch the number: 6m, but not 6 m. */
const TOUCHING = new Set(["k", "m", "b", "t"]);
/** The Arabic duals, which have no number. */
const DUALS = new Map<string, number>([
  ...words(3, "الفان الفين الفي"),
  ...words(6, "مليونان مليونين مليوني"),
  ...words(9, "ملياران مليارين ملياري"),
]);
const UNITS = new Map<string, string>([
  ...words("usd", "$ us$ usd dollar dollars دولار دولارا دولارات"),
  ...words("eur", "€ eur euro euros يورو"),
  ...words("gbp", "£ gbp pound pounds"),
  ...words("egp", "egp جنيه جنيها جنيهات"),
  ...words("rub", "₽ rub rouble roubles ruble rubles روبل روبلا روبلات"),
  ...words("sar", "sar riyal riyals ريال ريالا ريالات"),
  ...words("aed", "aed dirham dirhams درهم درهما دراهم"),
  ...words("jpy", "¥ jpy yen ين"),
  ...words("cny", "cny yuan يوان"),
  ...words("inr", "₹ inr rupee rupees روبيه روبيات"),
  ...words("percent", "% percent pct بالمئه بالمائه بالميه"),
]);
/** Units of two words. */
const PAIRS = new Map(
  [
    ["per cent", "percent"],
    ["في المئة", "percent"],
    ["في المائة", "percent"],
    ["جنيه إسترليني", "gbp"],
  ].map(([pair = "", unit = ""]) => [fold(pair), unit]),
);
const WORD = /(?:us)?[$€£¥₽₹]|%|\d+(?:[.,]\d+)*|[^\s\d$€£¥₽₹%]+/gu;
const DIGITS = /^\d/;
const LATIN_END = /\p{Script=Latin}$/u;
const PLAIN_END = /[\p{Script=Latin}0-9]$/u;
const LATIN_START = /^\p{Script=Latin}/u;
/** The words between the numbers of a range. */
const BETWEEN = new Set(["to", "and", "or", "إلى", "حتى", "و", "أو"].map(fold));

type Word = { text: string; start: number; end: number };

/**
 * Returns the quantities of a folded English or Arabic text, with positions in it: `6 million dollars`,
 * `$6M`, `6,000,000 USD` and `٦ ملايين دولار` all yield `usd:6000000`. Both ends of a range (`$80 to 100
 * million`) also get the scale and unit of the other.
 */
export function quantitiesOf(text: string): Quantity[] {
  const parts: Word[] = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const amounts: Amount[] = [];
  for (let i = 0; i < parts.length; ) {
    const amount = readAmount(parts, i);
    if (amount) amounts.push(amount);
    i = amount?.next ?? i + 1;
  }
  return amounts.map((amount, i) => {
    const range = { start: (parts[amount.first] as Word).start, end: (parts[amount.next - 1] as Word).end };
    const lower = isRange(parts, amounts[i - 1], amount) ? amounts[i - 1] : undefined;
    const upper = isRange(parts, amount, amounts[i + 1]) ? amounts[i + 1] : undefined;
    const tokens = [
      ...tokensOf(amount),
      ...(lower?.unit && !amount.unit ? tokensOf({ ...amount, unit: lower.unit }) : []),
      ...(upper ? tokensOf({ ...amount, scale: upper.scale, unit: amount.unit ?? upper.unit }) : []),
    ];
    const isPartOfName =
      LATIN_END.test(text.slice(0, range.start)) || LATIN_START.test(text.slice(range.end));
    return { tokens: [...new Set(tokens)], ...range, isPartOfName };
  });
}

/** Returns the distinct tokens of all quantities in unfolded texts. */
export function quantityTokens(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => quantitiesOf(fold(text)).flatMap(({ tokens }) => tokens)))];
}

/** A number with its scale and unit: the parts of the text from `first` up to `next`. */
type Amount = { first: number; next: number; number: string; scale: number; unit: string | undefined };

function readAmount(parts: Word[], first: number): Amount | null {
  const before = unitBefore(parts, first);
  let i = before ? first + 1 : first;
  const word = parts[i]?.text ?? "";
  const dual = before ? undefined : DUALS.get(word);
  if (dual === undefined && !DIGITS.test(word)) return null;
  i++;
  const scale = dual ?? scaleAt(parts, i);
  if (dual === undefined && scale !== null) i++;
  const after = before ? null : unitAfter(parts, i);
  const number = dual === undefined ? normalizeNumber(word) : "2";
  return { first, next: after?.next ?? i, number, scale: scale ?? 0, unit: before ?? after?.unit };
}

/** Whether two amounts are the ends of a range whose scale or unit only the upper one has: `5 to 6%`. */
function isRange(parts: Word[], lower: Amount | undefined, upper: Amount | undefined): boolean {
  if (!lower || !upper || lower.scale > 0 || (upper.scale === 0 && !upper.unit)) return false;
  const between = parts.slice(lower.next, upper.first).map(({ text }) => text);
  // Folding removes a dash. "5 $6" is no range: a sign before the upper end would precede the lower end too.
  const signed = !DIGITS.test(parts[upper.first]?.text ?? "");
  if (between.length === 0 && signed && lower.unit !== upper.unit) return false;
  return Number(lower.number) < Number(upper.number) && between.every((word) => BETWEEN.has(word));
}

function tokensOf({ number, scale, unit }: Pick<Amount, "number" | "scale" | "unit">): string[] {
  const plain = `number:${shiftDecimal(number, scale)}`;
  return unit ? [`${unit}:${shiftDecimal(number, scale)}`, plain] : [plain];
}

/** A currency before its number (`$6`, `USD 6`), or a percent sign as Arabic has it (`%6`). */
function unitBefore(parts: Word[], i: number): string | undefined {
  const unit = UNITS.get(parts[i]?.text ?? "");
  if (!unit || !DIGITS.test(parts[i + 1]?.text ?? "")) return undefined;
  return unit !== "percent" || isLeadingSign(parts, i) ? unit : undefined;
}

/** Whether a sign touches the number after it, and no number or Latin letter before it. */
function isLeadingSign(parts: Word[], i: number): boolean {
  const sign = parts[i];
  return (
    /^[$€£¥₽₹%]$/u.test(sign?.text ?? "") &&
    touches(sign, parts[i + 1]) &&
    !(touches(parts[i - 1], sign) && PLAIN_END.test(parts[i - 1]?.text ?? ""))
  );
}

function touches(one: Word | undefined, next: Word | undefined): boolean {
  return one !== undefined && one.end === next?.start;
}

function unitAfter(parts: Word[], i: number): { unit: string; next: number } | null {
  const [one, two] = [parts[i]?.text ?? "", parts[i + 1]?.text ?? ""];
  const pair = PAIRS.get(`${one} ${two}`);
  if (pair) return { unit: pair, next: i + 2 };
  const unit = UNITS.get(one);
  // "costs 5 $6 more": a sign that touches the next number belongs to that one
  const isLeading = DIGITS.test(two) && isLeadingSign(parts, i);
  return unit && !isLeading ? { unit, next: i + 1 } : null;
}

function scaleAt(parts: Word[], i: number): number | null {
  const word = parts[i];
  const scale = SCALES.get(word?.text ?? "");
  if (!word || scale === undefined) return null;
  if (TOUCHING.has(word.text) && word.start !== parts[i - 1]?.end) return null;
  return scale;
}

/**
 * Normalizes a number: `6,000,000` and `6.000.000` to `6000000`, `5,6` to `5.6`; drops insignificant zeros.
 */
function normalizeNumber(text: string): string {
  const groups = text.split(/[.,]/);
  const marks = new Set(text.match(/[.,]/g));
  const last = groups.at(-1) as string;
  const thousands = groups.length > 1 && groups.slice(1).every(({ length }) => length === 3);
  const grouped = thousands && marks.size === 1 && (groups.length > 2 || marks.has(","));
  if (groups.length === 1 || grouped) return formatDecimal(groups.join(""), "");
  return formatDecimal(groups.slice(0, -1).join(""), last);
}

/** Multiplies a decimal number by a power of ten, exactly, by moving the point. */
function shiftDecimal(number: string, power: number): string {
  const [whole = "", fraction = ""] = number.split(".");
  const digits = fraction.padEnd(power, "0");
  return formatDecimal(whole + digits.slice(0, power), digits.slice(power));
}

function formatDecimal(whole: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, "");
  return (whole.replace(/^0+(?=\d)/, "") || "0") + (digits && `.${digits}`);
}

function words<T>(meaning: T, list: string): [string, T][] {
  return list.split(" ").map((word) => [fold(word), meaning]);
}
