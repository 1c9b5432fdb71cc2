import { fold } from "./fold";

// The names of the Gregorian months, January first: English, and the Arabic of Egypt and the Gulf, the Levant and Iraq,
// the Maghreb, and Morocco.
const names: string[] = [
  "january jan يناير كانون_الثاني كانون_ثاني كانون_ثان كانون_الثانى جانفي جانفييه",
  "february feb فبراير شباط فيفري فيفرييه",
  "march mar مارس آذار آدار",
  "april apr أبريل إبريل ابريل نيسان أفريل",
  "may مايو أيار مايس ماي",
  "june jun يونيو يونيه حزيران جوان",
  "july jul يوليو يوليه تموز جويلية يوليوز",
  "august aug أغسطس آب أوت غشت أغشت",
  "september sep sept سبتمبر أيلول شتنبر شتمبر",
  "october oct أكتوبر أوكتوبر تشرين_الأول تشرين_أول أكتوبير",
  "november nov نوفمبر تشرين_الثاني تشرين_ثاني تشرين_ثان نونبر",
  "december dec ديسمبر كانون_الأول كانون_أول دجنبر دجمبر",
];

const otherCalendars =
  "محرم صفر ربيع_الأول ربيع_الآخر ربيع_الثاني ربيع_أول ربيع_ثاني جمادى_الأولى جمادى_الآخرة جمادى_الثانية جمادى_الأول " +
  "رجب شعبان رمضان شوال ذو_القعدة ذي_القعدة ذو_الحجة ذي_الحجة هجري هجرية هـ " +
  "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند " +
  "muharram safar rajab shaban ramadan shawwal ah hijri";

const words = (text: string) => text.split(" ").map((word) => fold(word.replaceAll("_", " ")));

const months = new Map(names.flatMap((line, n) => words(line).map((word) => [word, n + 1] as const)));
const otherCalendarWords = new Set(words(otherCalendars));
const MAX_WORDS = 2;

/** A word of a date: a month (1 to 12), or a month or era of another calendar. */
export type DateWord = { month: number; length: number } | { otherCalendar: true; length: number };

/**
 * Returns the month or era at an index of the folded words, the longest match; null if none. `length` counts
 * words.
 */
export function dateWordAt(folded: string[], at: number): DateWord | null {
  for (let length = MAX_WORDS; length > 0; length--) {
    const name = folded.slice(at, at + length).join(" ");
    const month = months.get(name);
    if (month !== undefined) return { month, length };
    if (otherCalendarWords.has(name)) return { otherCalendar: true, length };
  }
  return null;
}
