import { type Folded, foldWithMap } from "./fold";

/** A text with its folded form. */
type TextWithFold = { text: string; haystack: Folded };

/** The tashkeel in common use: tanwin, short vowels, shadda and sukun. */
const TASHKEEL = /[\u064B-\u0652]/g;
const SHADDA = "\u0651";

/**
 * Whether the tashkeel of two texts that fold to the same agrees; it differs in قَتَلَ (he killed) and قُتِلَ
 * (he was killed). A letter without tashkeel agrees with any, a shadda alone with a shadda and a vowel.
 */
export function hasSameVowels(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => ({ text, haystack: foldWithMap(text) })) as [
    TextWithFold,
    TextWithFold,
  ];
  return lettersWithTashkeel(other).every(({ unit, marks }) => marksAgree(marks, marksOf(one, unit)));
}

/**
 * Returns {@link hasSameVowels} for `words` and the occurrence of their folded form at a folded unit of a
 * text.
 */
export function createVowelMatcher(words: string): (text: TextWithFold, start: number) => boolean {
  const letters = lettersWithTashkeel({ text: words, haystack: foldWithMap(words) });
  return (text, start) => letters.every(({ unit, marks }) => marksAgree(marks, marksOf(text, start + unit)));
}

function lettersWithTashkeel(written: TextWithFold): { unit: number; marks: string }[] {
  if (written.text.search(TASHKEEL) < 0) return [];
  return Array.from({ length: written.haystack.folded.length }, (_, unit) => ({
    unit,
    marks: marksOf(written, unit),
  })).filter(({ marks }) => marks !== "");
}

/** Returns the sorted tashkeel on the letter of a folded unit. */
function marksOf({ text, haystack: { map } }: TextWithFold, unit: number): string {
  const marks = text.slice(map[unit], map[unit + 1]).match(TASHKEEL);
  return marks ? [...new Set(marks)].sort().join("") : "";
}

function marksAgree(a: string, b: string): boolean {
  if (a === "" || b === "" || a === b) return true;
  return (a === SHADDA && b.includes(SHADDA)) || (b === SHADDA && a.includes(SHADDA));
}
