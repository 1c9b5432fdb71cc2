import { fold } from "./fold";
import { dateWordAt } from "./month-names";
import { isPartialDate } from "./partial-date";

/**
 * Why a text is not taken as a date; keys of `fields.errors` in the message catalogue: it has not the form of one, can be
 * read in two ways, names a day that the calendar lacks, is of another calendar, or of a year that no date here is of.
 */
export const dateFaults = ["date_form", "date_ambiguous", "date_none", "date_calendar", "date_year"] as const;
export type DateFault = (typeof dateFaults)[number];

/** A partial date as it was understood, or why not; `readings` are the two of an ambiguous one, the month first. */
export type DateReading =
  | { date: string }
  | { fault: Exclude<DateFault, "date_ambiguous"> }
  | { fault: "date_ambiguous"; readings: [string, string] };

/**
 * The years that dates are of. ISO 8601 takes years before 1583, the first whole one of the Gregorian calendar, only by
 * agreement; that keeps Hijri and Persian years (1446, 1404) from being taken as Gregorian, as 2100 does Buddhist ones.
 */
export const [FIRST_YEAR, LAST_YEAR] = [1583, 2100];
const looksHijri = (year: number) => year >= 1300 && year <= 1500;

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** ISO 8601 with a time: the day is the date as it is written, whatever the zone. */
const WITH_TIME =
  /^(\d{4}-\d{2}-\d{2})[t ](?:[01]\d|2[0-4]):?[0-5]\d(?::?[0-6]\d(?:[.,]\d+)?)?\s*(?:z|[+-]\d{2}(?::?\d{2})?)?$/;
/** A time of day after a date, as articles and mail headers have it: "12 Apr 2025 10:00:00 GMT", "…، الساعة 10:30". */
const TIME_OF_DAY =
  /[,،]?\s+(?:at |الساعة )?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s*(?:[ap]\.?m\.?|[صم]|صباحا|مساء))?(?:\s*(?:utc|gmt|z))?(?:\s*[+-]\d{2}:?\d{2})?$/;
const YEAR_FIRST = /^(\d{4})(?:\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?)?$/;
const YEAR_LAST = /^(?:(\d{1,2})\s*[-/.]\s*)?(\d{1,2})\s*[-/.]\s*(\d{4})$/;
/** A sign of the era, with a space or without: ١٤٤٦هـ, 2025م. */
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
 * Reads a date as people write it: ISO 8601 with or without a time, the year first or last, or the month by its English
 * or Arabic name, in European, Arabic-Indic or Persian digits, with bidi marks anywhere. An order of day and month that
 * only numbers tell is not guessed.
 */
export function readDate(typed: string): DateReading {
  const text = plain(typed);
  if (HIJRI.test(text)) return { fault: "date_calendar" };
  const bare = text.replace(GREGORIAN, "").trim();
  const withTime = WITH_TIME.exec(bare)?.[1];
  if (withTime) return dated(...(withTime.split("-").map(Number) as [number, number, number]));
  const day = bare.replace(TIME_OF_DAY, "").replace(/[.,،]$/, "");
  const first = YEAR_FIRST.exec(day);
  if (first) return dated(Number(first[1]), numberOf(first[2]), numberOf(first[3]));
  const last = YEAR_LAST.exec(day);
  if (last) return yearLast(numberOf(last[1]), Number(last[2]), Number(last[3]));
  return byName(day);
}

/** Digits become European and what has no width goes, so that one pattern fits every way to type numbers. */
function plain(typed: string): string {
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

function dated(year: number, month?: number, day?: number): DateReading {
  if (looksHijri(year)) return { fault: "date_calendar" };
  if (year < FIRST_YEAR || year > LAST_YEAR) return { fault: "date_year" };
  const parts = [month, day].filter((part) => part !== undefined);
  const date = [year, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
  return isPartialDate(date) ? { date } : { fault: "date_none" };
}

function yearLast(first: number | undefined, second: number, year: number): DateReading {
  if (first === undefined) return dated(year, second);
  const monthFirst = dated(year, first, second);
  const dayFirst = dated(year, second, first);
  if (!("date" in monthFirst)) return dayFirst;
  if (!("date" in dayFirst) || monthFirst.date === dayFirst.date) return monthFirst;
  return { fault: "date_ambiguous", readings: [monthFirst.date, dayFirst.date] };
}

/** What may stand between the words of a date: white space, and punctuation that says nothing of how sure it is. */
const WORDED = /^[\p{L}\p{M}\p{N}\s.,،/()'’-]+$/u;

/** A date in words: the month by its name, or by two names of it (نيسان/أبريل), or a year alone (عام 2025). */
function byName(text: string): DateReading {
  // A sign before the year is a year before our era (ISO 8601).
  if (!WORDED.test(text) || text.startsWith("-")) return { fault: "date_form" };
  const apart = text
    .replace(/[,،]/g, " ")
    .replace(ORDINAL, "$1 ")
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, " ");
  const words = fold(apart).split(" ");
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
  return dated(Number(year), month, numberOf(day));
}
