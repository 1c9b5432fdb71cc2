import { balanceBidi } from "./bidi-balance";

/**
 * CRLF, CR, NEL, LS, PS, and VT and FF, which word processors and PDF readers paste as line and page ends.
 */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Controls other than TAB and LF, noncharacters, and U+FEFF. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing these is the purpose
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFEFF\p{Noncharacter_Code_Point}]/gu;
/** Half a surrogate pair: neither UTF-8 nor PostgreSQL can hold it. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Invisible characters that Unicode classes as letters or symbols. */
const EMPTY_SIGNS = String.raw`\u{13441}\u{13442}\u{16FE4}\u{1D159}`;
/** Annotation and object replacement characters. */
const OBJECT_MARKS = String.raw`\uFFF9-\uFFFC`;
/**
 * A character that is visible by itself: no white space, default-ignorable character (zero-width and bidi
 * marks, soft hyphens, fillers), empty sign, combining mark, or private-use character.
 */
const VISIBLE = new RegExp(
  `[^\\s\\p{Default_Ignorable_Code_Point}\\p{M}\\p{Co}\\u2800\\u{13430}-\\u{13440}${EMPTY_SIGNS}${OBJECT_MARKS}]`,
  "u",
);
const INVISIBLE_SIGNS = new RegExp(`[${EMPTY_SIGNS}${OBJECT_MARKS}]`, "gu");
const SINGLE_SPACES = new Set(["\u00A0", "\u202F"]);

/** Returns the text with CRLF, CR, NEL, LS, PS, VT and FF as LF. */
export function normalizeLineEnds(text: string): string {
  return text.replace(LINE_ENDS, "\n");
}

/**
 * Whether a row may store the text: no controls but TAB and line ends, no noncharacters, no lone surrogates.
 */
export function isStorable(text: string): boolean {
  return !/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(text) && !/[^\P{Cc}\t\n\r]/u.test(text);
}

/** Returns a name to look up; "", which no row has, if it is not storable. */
export function lookupName(name: string): string {
  return isStorable(name) ? name : "";
}

/**
 * Returns the normal form in which texts of several lines are stored, so that offsets are unambiguous:
 * Unicode NFC (UAX #15), LF line ends, no byte order mark, noncharacters, or controls but TAB and LF, no
 * trailing white space, no two blank lines in a row, none at either end. Lone surrogates become U+FFFD. Bidi
 * controls are balanced per line ({@link balanceBidi}). A text without visible characters becomes empty.
 * Idempotent.
 *
 * NBSP inside a line, indentation, joiners, zero-width spaces and bidi controls (RLM, LRM, isolates) stay.
 */
export function normalizeText(raw: string): string {
  return normalized(raw, balanceBidi);
}

/**
 * As {@link normalizeText}, for a quote that is searched in a normalized text: bidi controls stay unbalanced,
 * as the quote may have one half of a pair. Idempotent.
 */
export function normalizeExcerpt(raw: string): string {
  return normalized(raw, (line) => line);
}

function normalized(raw: string, balance: (line: string) => string): string {
  const clean = normalizeLineEnds(raw.replace(LONE_SURROGATES, "\uFFFD")).replace(CONTROLS, "");
  // trimEnd per line rather than /\s+$/gm, which is quadratic on a long run of spaces
  const lines = clean.split("\n").map((line) => balance(line.trimEnd()).trimEnd());
  const text = lines
    .join("\n")
    .normalize("NFC") // last: a removed NUL may have separated a letter from its accent
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .replace(/\n+$/, "");
  return VISIBLE.test(text) ? text : "";
}

/**
 * As {@link normalizeText}, for a field of one line (a title, a name): newlines and runs of white space
 * become one space, both ends are trimmed, and invisible signs are removed. A single no-break space stays.
 * Idempotent.
 */
export function normalizeLine(raw: string): string {
  return normalizeText(normalizeText(raw).replace(INVISIBLE_SIGNS, ""))
    .replace(/\s+/g, (run) => (SINGLE_SPACES.has(run) ? run : " "))
    .trim();
}
