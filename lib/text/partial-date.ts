/**
 * A partial date: "2025", "2025-04" or "2025-04-12". ISO 8601-1 reduced precision, which is EDTF level 0
 * without times and intervals (https://www.loc.gov/standards/datetime/). Gregorian, with years of four digits
 * and no time zone.
 */
export type PartialDateParts = { year: number; month?: number; day?: number };

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a partial date that exists in the calendar. */
export function isPartialDate(text: string): boolean {
  return parse(text) !== null;
}

/**
 * Returns the parts of a partial date; months are 1 to 12, unknown parts are left out. Throws RangeError if
 * malformed.
 */
export function partialDateParts(text: string): PartialDateParts {
  const parts = parse(text);
  if (!parts) throw new RangeError(`"${text}" is not a date such as 2025, 2025-04 or 2025-04-12`);
  return parts;
}

/**
 * Compares two partial dates, for sort. A less precise date comes before those within it ("2025" before
 * "2025-01" before "2025-01-01"). Throws RangeError if either is malformed.
 */
export function comparePartialDates(a: string, b: string): number {
  const [x, y] = [partialDateParts(a), partialDateParts(b)];
  return x.year - y.year || (x.month ?? 0) - (y.month ?? 0) || (x.day ?? 0) - (y.day ?? 0);
}

/** Returns the first instant of a partial date, in UTC. Throws RangeError if it is malformed. */
export function firstInstant(text: string): Date {
  const { year, month = 1, day = 1 } = partialDateParts(text);
  return new Date(Date.UTC(year, month - 1, day));
}

/** Returns the first instant after a partial date, in UTC. Throws RangeError if it is malformed. */
export function instantAfter(text: string): Date {
  const { year, month, day } = partialDateParts(text);
  if (month === undefined) return new Date(Date.UTC(year + 1, 0, 1));
  if (day === undefined) return new Date(Date.UTC(year, month, 1));
  return new Date(Date.UTC(year, month - 1, day + 1));
}

function parse(text: string): PartialDateParts | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day < 1 || day > daysIn(year, month) ? null : { year, month, day };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
