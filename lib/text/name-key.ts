import { fold } from "./fold";

/** The longest key, in code points. */
const MAX_LENGTH = 300;

/** Blank and apostrophe-like characters that {@link fold} leaves, with ʿ and ʾ for ع and ء. */
const BLANKS = /[\u02B9-\u02BF\u115F\u1160\u180E\u2800\u3164\uFFA0]/g;
/** A hamza with its carrier, in NFKD. */
const HAMZA_CARRIERS = /[\u0627\u0648\u0649\u064A\u06CC][\u0654\u0655]|\u0621/g;
/**
 * Folded Cyrillic and Greek letters with the Latin letters that they look like, as capitals or small letters.
 */
const LOOKALIKES = "авеіјкмнорстухѕһԁαβεζηικμνορτυχ";
const LATIN = "abeijkmhopctyxshdabezhikmnoptyx";
const latinOf = new Map([...LOOKALIKES].map((lookalike, index) => [lookalike, LATIN[index]]));

/**
 * Returns the keys of a name; names that look the same share one. A key is folded (see {@link fold}) and has
 * no spaces: `Deep Seek` is `DeepSeek`, عبد الله is عبدالله. Cyrillic and Greek letters become the Latin ones
 * that they look like. A second key unifies hamza carriers: مسؤول and مسئول. None for a name without a
 * letter, digit or sign. The SQL function `name_keys` computes the same.
 */
export function nameKeys(name: string): string[] {
  const visible = name.normalize("NFKD").replace(BLANKS, "");
  const keys = [visible, visible.replace(HAMZA_CARRIERS, "\u0621")].map((spelling) =>
    [...fold(spelling).replaceAll(" ", "")]
      .slice(0, MAX_LENGTH)
      .map((letter) => latinOf.get(letter) ?? letter)
      .join(""),
  );
  return [...new Set(keys)].filter((key) => key !== "");
}
