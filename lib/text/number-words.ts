/** Words behind a number that change it. In a list, whatever the language: texts mix them. */
const ENGLISH = [
  ..."hundred thousand million milliard billion trillion dozen".split(" ").map((word) => `${word}s?`),
  ..."percent pct mn mln bn tn trn m k b".split(" "),
  "per cent",
  "percentage points?",
  "basis points?",
  "and a (?:half|quarter)",
];

// Letters are optional in groups of their own, as tashkeel is allowed behind each.
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

/** A part of a regular expression: one of the words that change the number before them. */
export const MAGNITUDE = `${BEGINS_HERE}(?:${[...ENGLISH.flatMap(cases), ...ARABIC.map(vocalised)].join("|")})${ENDS_HERE}`;

/** The same for the words that make the number behind them a negative one. */
export const MINUS_WORD = `${BEGINS_HERE}(?:${[
  ...["minus", "negative"].flatMap(cases),
  ...["(?:و)?ناقص", "(?:و)?سالب"].map(vocalised),
].join("|")})${ENDS_HERE}`;

/** As it is, with a capital, and in capitals. */
function cases(word: string): string[] {
  const spaced = word.replaceAll(" ", SPACES);
  return [
    spaced,
    spaced.replace(/^./, (first) => first.toUpperCase()),
    word.toUpperCase().replaceAll(" ", SPACES),
  ];
}

/** With or without tashkeel and tatweel on its letters. */
function vocalised(word: string): string {
  return word
    .replace(/\p{L}|\[[^\]]+\]/gu, (letter) => `${letter}[\\u0640\\u064B-\\u0652]{0,3}`)
    .replaceAll(" ", SPACES);
}
