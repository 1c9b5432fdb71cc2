/** The direction of a script: a value of HTML's `dir`. */
export type Direction = "ltr" | "rtl";

/** ISO 15924 codes of the scripts written from right to left that are in use today. */
const RTL_SCRIPTS = new Set(["Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Mand", "Samr", "Rohg"]);

// Cached, since Intl.Locale is slow.
const cache = new Map<string, Direction>();
const MAX_CACHED = 1000;

/**
 * Returns the direction of a language by its BCP 47 tag: that of the tag's script, or else of the language's
 * likely one (UTS #35, "Likely Subtags"): "ar-Latn" is ltr, "pa-PK" rtl. "ar_EG" is read as "ar-EG". Invalid
 * and unknown tags are ltr.
 *
 * Does not use Intl.Locale's textInfo: not every browser has it, and server and browser must agree.
 */
export function directionOfLanguage(tag: string): Direction {
  const direction = cache.get(tag) ?? likelyDirection(tag);
  if (cache.size < MAX_CACHED) cache.set(tag, direction);
  return direction;
}

/** Returns the value of HTML's `lang` for a language; empty for an unknown one (`und`). */
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
