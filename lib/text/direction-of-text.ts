import type { Direction } from "./direction";

// What belongs to a script that runs from right to left, and the tatweel, which belongs to all of them.
const RIGHT = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0640]`;

/** Sources of patterns for a letter of a script that runs this way; they need the flag `u`. */
export const letterOf: Record<Direction, string> = {
  rtl: String.raw`(?:(?=${RIGHT})\p{L})`,
  ltr: String.raw`(?:(?!${RIGHT})\p{L})`,
};

const right = new RegExp(letterOf.rtl, "gu");
const left = new RegExp(letterOf.ltr, "gu");
/** The share of letters from which on a text is one of the other script, whatever it quotes. */
const NEARLY_ALL = 0.9;

/**
 * The direction of one paragraph of a text: the text's own, unless the paragraph is in another script altogether (an
 * English paragraph of an Arabic article). One that begins in the other script and has hardly a letter of its own is,
 * too. The first letter alone does not tell (UAX #9, P2): Arabic sentences begin with names in Latin letters.
 */
export function directionOfText(text: string, direction: Direction): Direction {
  const [own, other] = direction === "rtl" ? [right, left] : [left, right];
  const firstOther = text.search(other);
  if (firstOther < 0) return direction;
  const turned = direction === "rtl" ? "ltr" : "rtl";
  const firstOwn = text.search(own);
  if (firstOwn < 0) return turned;
  if (firstOwn < firstOther) return direction;
  const [owns, others] = [own, other].map((letters) => text.match(letters)?.length ?? 0) as [number, number];
  return others / (owns + others) >= NEARLY_ALL ? turned : direction;
}
