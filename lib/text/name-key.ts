import { fold } from "./fold";

/** In code points. */
const LONGEST = 300;

/**
 * The form in which two names that look the same are the same: {@link fold}, so without accents, tashkeel, case,
 * punctuation, and whatever shows nothing, with one space between words. Empty for a name without a letter, digit or
 * sign. The database makes the same of its names (`name_keys`).
 */
export function nameKey(name: string): string {
  return [...fold(name)].slice(0, LONGEST).join("");
}
