import { fold } from "./fold";

/** In code points. */
const LONGEST = 300;

/** Letters and a symbol that show nothing, beside what {@link fold} takes off. */
const BLANKS = /[\u115F\u1160\u180E\u2800\u3164\uFFA0]/g;
const SEATS = /[ؤئ]/g;

/**
 * The forms in which two names that look the same share one: {@link fold}, so without accents, tashkeel, case,
 * punctuation, and whatever shows nothing; and without spaces, so that `Deep Seek` is `DeepSeek` and عبد الله is عبدالله.
 * A second form has every hamza on و or ي as one, for مسؤول and مسئول. None for a name without a letter, digit or sign.
 * The database makes the same of its names (`name_keys`).
 */
export function nameKeys(name: string): string[] {
  const seen = name.normalize("NFC").replace(BLANKS, "");
  const keys = [seen, seen.replace(SEATS, "ء")].map((spelled) =>
    [...fold(spelled).replaceAll(" ", "")].slice(0, LONGEST).join(""),
  );
  return [...new Set(keys)].filter((key) => key !== "");
}
