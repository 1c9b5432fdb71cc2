import { type Folded, foldWithMap } from "./fold";

/** A text as it is written, and folded. */
type Written = { text: string; haystack: Folded };

/** The tashkeel that newsrooms write: tanwin, the short vowels, shadda and sukun. */
const TASHKEEL = /[\u064B-\u0652]/g;
const SHADDA = "\u0651";

/**
 * Whether two texts that fold to the same can be read the same: no letter has tashkeel in both that differs, as in قَتَلَ (he
 * killed) and قُتِلَ (he was killed). A letter that is bare in one of them can be read as in the other, and so can one with
 * nothing but a shadda beside one with a shadda and a vowel.
 */
export function hasSameVowels(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => ({ text, haystack: foldWithMap(text) })) as [Written, Written];
  return vowelledLetters(other).every(({ unit, marks }) => agree(marks, marksOf(one, unit)));
}

/** {@link hasSameVowels} for what folds to the same as `words`, and begins at a folded unit of the text. */
export function vowelsMatcher(words: string): (text: Written, start: number) => boolean {
  const letters = vowelledLetters({ text: words, haystack: foldWithMap(words) });
  return (text, start) => letters.every(({ unit, marks }) => agree(marks, marksOf(text, start + unit)));
}

function vowelledLetters(written: Written): { unit: number; marks: string }[] {
  if (written.text.search(TASHKEEL) < 0) return [];
  return Array.from({ length: written.haystack.folded.length }, (_, unit) => ({
    unit,
    marks: marksOf(written, unit),
  })).filter(({ marks }) => marks !== "");
}

/** The tashkeel on what folded to this unit, in one order. */
function marksOf({ text, haystack: { map } }: Written, unit: number): string {
  const marks = text.slice(map[unit], map[unit + 1]).match(TASHKEEL);
  return marks ? [...new Set(marks)].sort().join("") : "";
}

function agree(a: string, b: string): boolean {
  if (a === "" || b === "" || a === b) return true;
  return (a === SHADDA && b.includes(SHADDA)) || (b === SHADDA && a.includes(SHADDA));
}
