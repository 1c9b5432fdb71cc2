/** CRLF, CR, NEL, LS and PS, and VT and FF: word processors and PDF readers paste those two as line and page ends. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Controls that carry no text, and U+FEFF wherever it stands. TAB and LF stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing these is the purpose
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFEFF]/g;
/** Half a surrogate pair: neither UTF-8 nor PostgreSQL can hold it. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
const KEPT_ALONE = new Set(["\u00A0", "\u202F"]);

/**
 * The form in which the text of an article is stored, so that offsets into it mean one thing everywhere:
 * Unicode NFC (UAX #15), lines ended by LF, no byte order mark, no controls but TAB and LF, no white space at
 * the end of a line, at most one blank line in a row, none at either end. Lone surrogates become U+FFFD.
 *
 * Kept: NBSP inside a line, indentation, and bidi controls (RLM, LRM, isolates), which decide how a mixed
 * Arabic and Latin line reads. Idempotent.
 */
export function normalizeText(raw: string): string {
  const clean = raw
    .replace(LONE_SURROGATES, "\uFFFD")
    .replace(LINE_ENDS, "\n")
    .replace(CONTROLS, "") // before NFC: a letter and its accent may have had a NUL between them
    .normalize("NFC");
  // trimEnd per line rather than /\s+$/gm, which is quadratic on a long run of spaces
  const lines = clean.split("\n").map((line) => line.trimEnd());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .replace(/\n+$/, "");
}

/**
 * The same for a field of one line (a title, a name): newlines and runs of white space become one space, and
 * both ends are trimmed. A single no-break space between two characters stays one. Idempotent.
 */
export function normalizeLine(raw: string): string {
  return normalizeText(raw)
    .replace(/\s+/g, (run) => (KEPT_ALONE.has(run) ? run : " "))
    .trim();
}
