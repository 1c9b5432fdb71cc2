import { fold } from "./fold";

/** In code points. */
const LONGEST = 300;

/** What shows nothing or no more than an apostrophe, beside what {@link fold} takes off: ʿ and ʾ for ع and ء, too. */
const BLANKS = /[\u02B9-\u02BF\u115F\u1160\u180E\u2800\u3164\uFFA0]/g;
/** A hamza and what it sits on, in NFKD. */
const SEATS = /[\u0627\u0648\u0649\u064A\u06CC][\u0654\u0655]|\u0621/g;
/** Folded Cyrillic and Greek letters that look like Latin ones as capitals or as small letters, and those. */
const TWINS = "авеіјкмнорстухѕһԁαβεζηικμνορτυχ";
const LATIN = "abeijkmhopctyxshdabezhikmnoptyx";
const latinOf = new Map([...TWINS].map((twin, index) => [twin, LATIN[index]]));

/**
 * The forms in which two names that look the same share one: {@link fold}, so without accents, tashkeel, case,
 * punctuation, and whatever shows nothing; and without spaces, so that `Deep Seek` is `DeepSeek` and عبد الله is عبدالله.
 * Cyrillic and Greek letters count as the Latin ones that look like them. A second form has every hamza as one, wherever it
 * sits, for مسؤول and مسئول, هيئة and هيأة. None for a name without a letter, digit or sign. The database makes the same
 * of its names (`name_keys`).
 */
export function nameKeys(name: string): string[] {
  const seen = name.normalize("NFKD").replace(BLANKS, "");
  const keys = [seen, seen.replace(SEATS, "\u0621")].map((spelled) =>
    [...fold(spelled).replaceAll(" ", "")]
      .slice(0, LONGEST)
      .map((letter) => latinOf.get(letter) ?? letter)
      .join(""),
  );
  return [...new Set(keys)].filter((key) => key !== "");
}
