import { type DateReading, FIRST_YEAR, LAST_YEAR } from "./parse-date";

// Error messages for fields in English, for programs; screens take theirs from `fields.errors` of the message catalogue.

const FORMS =
  "Write it as 2025, 2025-04 or 2025-04-12, or with the name of the month, such as 12 April 2025.";

/** Returns the message for a refused date. */
export function dateErrorMessage(reading: Exclude<DateReading, { date: string }>): string {
  switch (reading.fault) {
    case "date_ambiguous":
      return `This may be ${reading.readings.join(" or ")}. Write the year first, or the name of the month.`;
    case "date_calendar":
      return `This looks like a date in another calendar. Give the Gregorian date. ${FORMS}`;
    case "date_year":
      return `Give a year from ${FIRST_YEAR} to ${LAST_YEAR} of the Gregorian calendar.`;
    case "date_none":
      return "This date does not exist. Check the day and the month.";
    case "date_form":
      return `This date could not be read. ${FORMS}`;
  }
}

/** The message for a date without a day. */
export const DAY_ERROR = "Give a full date, such as 2025-04-12.";
/** The message for an unknown language. */
export const LANGUAGE_ERROR =
  "This language is not known. Give a BCP 47 tag such as ar, fa or pt-BR, or the language's name in English or Arabic.";
