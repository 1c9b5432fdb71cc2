import fc from "fast-check";

/** What goes wrong in newsroom text: add a piece here when a bug was found with it, and every property tries it. */
const PIECES = [
  "تكلفة 6 ملايين دولار على 2,000 وحدة H800",
  "قِيلَ إِنَّ", // tashkeel
  "كتـــاب", // tatweel
  "\uFEFB", // lam-alef, a presentation form
  "\uFDFA", // one character that is a sentence
  "أإآٱؤئءةىکیہے",
  "٢٠٢٣ ۲۰۲۳",
  "٢٬٠٠٠٫٥",
  "،؛؟«»",
  "\u0651", // shadda without a letter
  "\u0654",
  "Café ÉCOLE İstanbul ẞ",
  "e\u0301",
  "👩‍🔬",
  "👨‍👩‍👧‍👦",
  "🇲🇦",
  "𝔸𐐀𐐨",
  "한글\u1112\u1161\u11AB",
  "か\u3099",
  "नमस्ते",
  "\u2067DeepSeek\u2069",
  "\u200F",
  "\u202B",
  "\u202C",
  "\u202E",
  "\u2068",
  "\u2069",
  "\u200B",
  "\uFFFE",
  "\u2800",
  "\u200D",
  "\uFEFF",
  "\u0000",
  "\u00A0",
  "\u2028",
  "\r\n",
  "\r",
  "\n\n\n",
  " ",
  "   ",
  "\t",
  ".",
  ",",
  "5",
  "%",
  "⒜",
  "½",
  "\uD83D", // half of a pair
  "\uDE00",
];

/** Text with everything in it: Arabic with and without tashkeel, mixed directions, emoji, halves of pairs. */
export const arbitraryText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

/** A text and a range of it in code points, start <= end. */
export const arbitraryRange = fc.tuple(arbitraryText, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const length = [...text].length + 1;
  const [start, end] = [a % length, b % length].sort((x, y) => x - y) as [number, number];
  return { text, start, end };
});
