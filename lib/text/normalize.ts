import { balanceBidi } from "./bidi-balance";

/** CRLF, CR, NEL, LS and PS, and VT and FF: word processors and PDF readers paste those two as line and page ends. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Controls and noncharacters, which carry no text, and U+FEFF wherever it stands. TAB and LF stay. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing these is the purpose
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFEFF\p{Noncharacter_Code_Point}]/gu;
/** Half a surrogate pair: neither UTF-8 nor PostgreSQL can hold it. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** What shows nothing though Unicode calls it a letter or a sign: an empty note head, blanks of old scripts. */
const EMPTY_SIGNS = String.raw`\u{13441}\u{13442}\u{16FE4}\u{1D159}`;
/** Marks of annotations and of embedded objects, which mean nothing without these. */
const OBJECT_MARKS = String.raw`\uFFF9-\uFFFC`;
/**
 * A character that shows something by itself: not white space, not one that Unicode says to ignore in display (zero-width
 * marks, bidi marks, soft hyphens, fillers), not the empty braille pattern or another empty sign, no mark without a
 * letter, no character of private use.
 */
const VISIBLE = new RegExp(
  `[^\\s\\p{Default_Ignorable_Code_Point}\\p{M}\\p{Co}\\u2800\\u{13430}-\\u{13440}${EMPTY_SIGNS}${OBJECT_MARKS}]`,
  "u",
);
const OUT_OF_LINES = new RegExp(`[${EMPTY_SIGNS}${OBJECT_MARKS}]`, "gu");
const KEPT_ALONE = new Set(["\u00A0", "\u202F"]);

/** CRLF, CR, NEL, LS, PS, VT and FF as LF. */
export function withLineFeeds(text: string): string {
  return text.replace(LINE_ENDS, "\n");
}

/** Whether the text is one that a row may hold: without controls but TAB and line ends, noncharacters, lone surrogates. */
export function isStorable(text: string): boolean {
  return !/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(text) && !/[^\P{Cc}\t\n\r]/u.test(text);
}

/** The name of something to look up; "", which nothing is called, where no row can be called so. */
export function lookupName(name: string): string {
  return isStorable(name) ? name : "";
}

/**
 * The form in which every text of several lines is stored, so that offsets into it mean one thing everywhere:
 * Unicode NFC (UAX #15), lines ended by LF, no byte order mark, no noncharacters, no controls but TAB and LF, no white
 * space at the end of a line, at most one blank line in a row, none at either end. Lone surrogates become U+FFFD. Bidi
 * embeddings and isolates end with their line, overrides go ({@link balanceBidi}). A text that shows nothing is empty.
 *
 * Kept: NBSP inside a line, indentation, joiners and zero-width spaces, and bidi controls (RLM, LRM, isolates), which
 * decide how a mixed Arabic and Latin line reads. Idempotent.
 */
export function normalizeText(raw: string): string {
  return normalized(raw, balanceBidi);
}

/**
 * The same for words that are looked up in a text in that form: its bidi controls stay, as the other half of a pair may
 * stand outside of the words. Idempotent.
 */
export function normalizeExcerpt(raw: string): string {
  return normalized(raw, (line) => line);
}

function normalized(raw: string, balance: (line: string) => string): string {
  const clean = withLineFeeds(raw.replace(LONE_SURROGATES, "\uFFFD")).replace(CONTROLS, "");
  // trimEnd per line rather than /\s+$/gm, which is quadratic on a long run of spaces
  const lines = clean.split("\n").map((line) => balance(line.trimEnd()).trimEnd());
  const text = lines
    .join("\n")
    .normalize("NFC") // last of these: a letter and its accent may have had a NUL between them
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .replace(/\n+$/, "");
  return VISIBLE.test(text) ? text : "";
}

/**
 * The same for a field of one line (a title, a name): newlines and runs of white space become one space, and
 * both ends are trimmed. A single no-break space between two characters stays one. Signs that show nothing go, so that no
 * two names differ by one. Idempotent.
 */
export function normalizeLine(raw: string): string {
  return normalizeText(normalizeText(raw).replace(OUT_OF_LINES, ""))
    .replace(/\s+/g, (run) => (KEPT_ALONE.has(run) ? run : " "))
    .trim();
}
