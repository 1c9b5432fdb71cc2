import { fold } from "./fold";
import { dateWordAt } from "./month-names";
import { isPartialDate } from "./partial-date";

/**
 * Why a text is not accepted as a date; keys of `fields.errors` in the message catalogue: unknown form,
 * ambiguous, not in the calendar, of another calendar, or year out of range.
 */
export const dateFaults = ["date_form", "date_ambiguous", "date_none", "date_calendar", "date_year"] as const;
export type DateFault = (typeof dateFaults)[number];

/**
 * The parsed partial date, or why it was not accepted; `readings` are both of an ambiguous one, month first.
 */
export type DateReading =
  | { date: string }
  | { fault: Exclude<DateFault, "date_ambiguous"> }
  | { fault: "date_ambiguous"; readings: [string, string] };

/**
 * The accepted years. ISO 8601 allows years before 1583, the first whole one of the Gregorian calendar, by
 * agreement only; the bounds also exclude Hijri and Persian years (1446, 1404) and Buddhist ones.
 */
export const [FIRST_YEAR, LAST_YEAR] = [1583, 2100];
const looksHijri = (year: number) => year >= 1300 && year <= 1500;

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** ISO 8601 with a time: the date is taken as written, regardless of the zone. */
const WITH_TIME =
  /^(\d{4}-\d{2}-\d{2})[t ](?:[01]\d|2[0-4]):?[0-5]\d(?::?[0-6]\d(?:[.,]\d+)?)?\s*(?:z|[+-]\d{2}(?::?\d{2})?)?$/;
/**
 * A time of day after a date, as articles and mail headers have it: "12 Apr 2025 10:00:00 GMT", "…، الساعة
 * 10:30".
 */
const TIME_OF_DAY =
  /[,،]?\s+(?:at |الساعة )?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s*(?:[ap]\.?m\.?|[صم]|صباحا|مساء))?(?:\s*(?:utc|gmt|z))?(?:\s*[+-]\d{2}:?\d{2})?$/;
const YEAR_FIRST = /^(\d{4})(?:\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?)?$/;
const YEAR_LAST = /^(?:(\d{1,2})\s*[-/.]\s*)?(\d{1,2})\s*[-/.]\s*(\d{4})$/;
/** An era mark, with or without a space: ١٤٤٦هـ, 2025م. */
const [HIJRI, GREGORIAN] = [/(?<=\d)\s*(?:ه[ـ\s.]*|ah)$/, /(?<=\d)\s*(?:م|ad|ce)\.?$/];
const ORDINAL = /(\d)\s?(?:st|nd|rd|th)(?!\p{L})/gu;
const FILLERS = new Set(
  (
    "of the day on in " +
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
    "الاحد الاثنين الثلاثاء الثلثاء الاربعاء الخميس الجمعه السبت يوم شهر سنه عام من في الموافق ميلادي ميلاديه للميلاد"
  ).split(" "),
);

/**
 * Parses a date as people write it: ISO 8601 with or without a time, the year first or last, or the month by
 * its English or Arabic name, in European, Arabic-Indic or Persian digits, with bidi marks anywhere. Does not
 * guess the order of a numeric day and month.
 */
export function parseDate(typed: string): DateReading {
  const text = normalizeDigits(typed);
  if (HIJRI.test(text)) return { fault: "date_calendar" };
  const bare = text.replace(GREGORIAN, "").trim();
  const withTime = WITH_TIME.exec(bare)?.[1];
  if (withTime) return toDate(...(withTime.split("-").map(Number) as [number, number, number]));
  const day = bare.replace(TIME_OF_DAY, "").replace(/[.,،]$/, "");
  const first = YEAR_FIRST.exec(day);
  if (first) return toDate(Number(first[1]), numberOf(first[2]), numberOf(first[3]));
  const last = YEAR_LAST.exec(day);
  if (last) return toDateYearLast(numberOf(last[1]), Number(last[2]), Number(last[3]));
  return parseDateInWords(day);
}

/** Returns the text with European digits, plain hyphens and no zero-width characters, in lower case. */
function normalizeDigits(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\p{Cf}\u0640]/gu, "")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) as number) & 15))
    .replace(DASHES, "-")
    .replace(/٫/g, ".")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

const numberOf = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));

function toDate(year: number, month?: number, day?: number): DateReading {
  if (looksHijri(year)) return { fault: "date_calendar" };
  if (year < FIRST_YEAR || year > LAST_YEAR) return { fault: "date_year" };
  const parts = [month, day].filter((part) => part !== undefined);
  const date = [year, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
  return isPartialDate(date) ? { date } : { fault: "date_none" };
}

function toDateYearLast(first: number | undefined, second: number, year: number): DateReading {
  if (first === undefined) return toDate(year, second);
  const monthFirst = toDate(year, first, second);
  const dayFirst = toDate(year, second, first);
  if (!("date" in monthFirst)) return dayFirst;
  if (!("date" in dayFirst) || monthFirst.date === dayFirst.date) return monthFirst;
  return { fault: "date_ambiguous", readings: [monthFirst.date, dayFirst.date] };
}

/** The characters of a date in words; no punctuation that expresses doubt. */
const WORDED = /^[\p{L}\p{M}\p{N}\s.,،/()'’-]+$/u;

/** Parses a date in words: a month by one or two names (نيسان/أبريل), or a year alone (عام 2025). */
function parseDateInWords(text: string): DateReading {
  // A sign marks a year before the common era (ISO 8601).
  if (!WORDED.test(text) || text.startsWith("-")) return { fault: "date_form" };
  const spaced = text
    .replace(/[,،]/g, " ")
    .replace(ORDINAL, "$1 ")
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, " ");
  const words = fold(spaced).split(" ");
  const found = { months: new Set<number>(), numbers: [] as string[] };
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const known = dateWordAt(words, at);
    if (known && "otherCalendar" in known) return { fault: "date_calendar" };
    if (known) found.months.add(known.month);
    if (/^\d+$/.test(word)) found.numbers.push(word);
    else if (!known && !FILLERS.has(word)) return { fault: "date_form" };
    at += known?.length ?? 1;
  }
  const [month, ...otherMonths] = found.months;
  const [year, ...otherYears] = found.numbers.filter((digits) => digits.length === 4);
  const [day, ...otherDays] = found.numbers.filter((digits) => digits.length !== 4);
  const isOne = otherMonths.length + otherYears.length + otherDays.length === 0;
  if (year === undefined || !isOne || (day?.length ?? 0) > 2 || (month === undefined && day !== undefined))
    return { fault: "date_form" };
  return toDate(Number(year), month, numberOf(day));
}
