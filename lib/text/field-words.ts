import { type DateReading, FIRST_YEAR, LAST_YEAR } from "./read-date";

// What is wrong with a field, in English, for programs; screens have the words of `fields.errors` in their catalogue.

const FORMS = "Give it as 2025, 2025-04 or 2025-04-12, or with the name of the month, such as 12 April 2025.";

/** Why a date is refused, and the way out. */
export function dateFaultWords(reading: Exclude<DateReading, { date: string }>): string {
  switch (reading.fault) {
    case "date_ambiguous":
      return `This may be ${reading.readings.join(" or ")}. Write the year first, or the name of the month.`;
    case "date_calendar":
      return `This looks like a date of another calendar. Give the date of the Gregorian one. ${FORMS}`;
    case "date_year":
      return `Give a year from ${FIRST_YEAR} to ${LAST_YEAR} of the Gregorian calendar.`;
    case "date_none":
      return "The calendar has no such day or month.";
    case "date_form":
      return `This is not understood as a date. ${FORMS}`;
  }
}

export const dayWords = "Give a whole day, such as 2025-04-12.";
export const languageWords =
  "This is no known language. Give a BCP 47 tag such as ar, fa or pt-BR, or the language's name in English or Arabic.";
