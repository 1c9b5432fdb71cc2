/** Magnitude words after a number. */
const ENGLISH = [
  ..."hundred thousand million milliard billion trillion dozen".split(" ").map((word) => `${word}s?`),
  ..."percent pct mn mln bn tn trn m k b".split(" "),
  "per cent",
  "percentage points?",
  "basis points?",
  "and a (?:half|quarter)",
];

// Optional letters are in groups, as tashkeel may follow each letter.
const ARABIC = [
  "م(?:ئ|ائ)ة",
  "[اأ]لف(?:ا)?",
  "[آا]لاف",
  "(?:مليون|مليار|بليون|تريليون|ترليون)(?:ا|ات)?",
  "ملايين",
  "بلايين",
  "(?:ب|في )ال(?:مئة|مائة|ألف|الف)",
  "نقطة مئوية",
  "نقاط مئوية",
  "و(?: )?(?:نصف|ربع|ثلث)",
];

const SPACES = "[ \\u00A0\\u202F]{1,2}";
const BEGINS_HERE = "(?<![\\p{L}\\p{M}])";
const ENDS_HERE = "\\p{M}{0,3}(?![\\p{L}\\p{M}\\p{N}])";

/** A regex source for a magnitude word, which changes the number before it. */
export const MAGNITUDE = `${BEGINS_HERE}(?:${[...ENGLISH.flatMap(cases), ...ARABIC.map(vocalised)].join("|")})${ENDS_HERE}`;

/** A regex source for a word that makes the number after it negative. */
export const MINUS_WORD = `${BEGINS_HERE}(?:${[
  ...["minus", "negative"].flatMap(cases),
  ...["(?:و)?ناقص", "(?:و)?سالب"].map(vocalised),
].join("|")})${ENDS_HERE}`;

/** Returns the word as it is, capitalized, and in capitals. */
function cases(word: string): string[] {
  const spaced = word.replaceAll(" ", SPACES);
  return [
    spaced,
    spaced.replace(/^./, (first) => first.toUpperCase()),
    word.toUpperCase().replaceAll(" ", SPACES),
  ];
}

/** Returns the word with optional tashkeel and tatweel after each letter. */
function vocalised(word: string): string {
  return word
    .replace(/\p{L}|\[[^\]]+\]/gu, (letter) => `${letter}[\\u0640\\u064B-\\u0652]{0,3}`)
    .replaceAll(" ", SPACES);
}
