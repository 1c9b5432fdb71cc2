import type { Direction } from "./direction";

// The right-to-left scripts, and tatweel, which is common to several.
const RIGHT = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0640]`;

/** Regex sources for a letter of a script of this direction; they need the flag `u`. */
export const letterOf: Record<Direction, string> = {
  rtl: String.raw`(?:(?=${RIGHT})\p{L})`,
  ltr: String.raw`(?:(?!${RIGHT})\p{L})`,
};

const right = new RegExp(letterOf.rtl, "gu");
const left = new RegExp(letterOf.ltr, "gu");
/** The share of letters of the other script from which a text counts as written in it. */
const OTHER_SCRIPT_SHARE = 0.9;

/**
 * Returns the direction of a paragraph: that of the text, unless the paragraph begins in the other script and
 * has nearly only letters of it (an English paragraph of an Arabic article). The first letter alone is not
 * enough (UAX #9, P2): Arabic sentences may begin with names in Latin letters.
 */
export function directionOfText(text: string, direction: Direction): Direction {
  const [own, other] = direction === "rtl" ? [right, left] : [left, right];
  const firstOther = text.search(other);
  if (firstOther < 0) return direction;
  const opposite = direction === "rtl" ? "ltr" : "rtl";
  const firstOwn = text.search(own);
  if (firstOwn < 0) return opposite;
  if (firstOwn < firstOther) return direction;
  const [owns, others] = [own, other].map((letters) => text.match(letters)?.length ?? 0) as [number, number];
  return others / (owns + others) >= OTHER_SCRIPT_SHARE ? opposite : direction;
}
