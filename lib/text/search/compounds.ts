import { fold } from "@/lib/text/fold";

/**
 * A compound as one word and as several, both folded: `us` and `u s`, `gazaceasefire` and `gaza ceasefire`.
 */
export type Compound = { joined: string; split: string };

/**
 * Initials with points (U.S.), letters around an apostrophe (can’t, Qur’an), and letters before a number
 * (F-16).
 */
const DIVIDED = new RegExp(
  [
    /(?<![\p{L}\p{N}.])\p{Script=Latin}(?:\.\p{Script=Latin})+/u,
    /(?<![\p{L}\p{N}])\p{Script=Latin}+['’ʼ`´]\p{Script=Latin}+/u,
    /(?<![\p{L}\p{N}])\p{Script=Latin}+[-‐‑]\p{Nd}+(?:[.,]\p{Nd}+)*/u,
  ]
    .map(({ source }) => String.raw`${source}(?![\p{L}\p{N}])`)
    .join("|"),
  "gu",
);
/** The dividers of a compound; not the point in a number. */
const DIVIDER = /['’ʼ`´‐‑-]|(?<!\p{Nd})\./gu;
/** A hashtag or user name. */
const TAG = /(?<![\p{L}\p{N}])[#@]([\p{L}\p{N}_]+)/gu;
const WORD_START = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/u;

/** Returns the compounds of an unfolded text. */
export function compoundsOf(text: string): Compound[] {
  const divided = [...text.matchAll(DIVIDED)].map(([word]) => ({
    joined: fold(word.replace(DIVIDER, "")),
    split: fold(word),
  }));
  const tags = [...text.matchAll(TAG)]
    .flatMap(([, name = ""]) => name.split("_"))
    .map((word) => ({ joined: fold(word), split: fold(word.split(WORD_START).join(" ")) }));
  return [...divided, ...tags].filter(({ joined, split }) => joined !== split);
}

/** Returns the text with each divided compound as one word: US, cant. */
export function joinCompounds(text: string): string {
  return text.replace(DIVIDED, (word) => word.replace(DIVIDER, ""));
}
