/** The way a script runs: the value of HTML's `dir`. */
export type Direction = "ltr" | "rtl";

/** ISO 15924 codes of the scripts written from right to left that are in use today. */
const RTL_SCRIPTS = new Set(["Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Mand", "Samr", "Rohg"]);

// To ask Intl costs as much as to draw the text; a desk has a few languages.
const known = new Map<string, Direction>();
const MOST_KNOWN = 1000;

/**
 * The direction in which a language is written, by its BCP 47 tag: by the tag's script, or else the language's
 * likely one (UTS #35, "Likely Subtags"), so that "ar-Latn" is ltr and "pa-PK" rtl. "ar_EG" is read as "ar-EG".
 * What isn't a tag, and a language nobody knows, is ltr.
 *
 * Not by Intl.Locale's textInfo: not every browser has it, ICU 78 calls Dhivehi and az-IR ltr there, and server and
 * browser must give the same answer.
 */
export function directionOfLanguage(tag: string): Direction {
  const direction = known.get(tag) ?? likelyDirection(tag);
  if (known.size < MOST_KNOWN) known.set(tag, direction);
  return direction;
}

/** The value of `lang` for a text in a language: HTML says of an unknown one (`und`) with an empty text. */
export function langAttribute(tag: string): string {
  return tag === "und" ? "" : tag;
}

function likelyDirection(tag: string): Direction {
  try {
    const { script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    return script && RTL_SCRIPTS.has(script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
