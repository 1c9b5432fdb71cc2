import { fold } from "@/lib/text/fold";

/** A word that is written as one and as several, both folded: `us` and `u s`, `gazaceasefire` and `gaza ceasefire`. */
export type Compound = { joined: string; apart: string };

/** Initials with points (U.S.), letters around an apostrophe (can’t, Qur’an), and letters before a number (F-16). */
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
/** What divides it; but for the point in a number. */
const DIVIDER = /['’ʼ`´‐‑-]|(?<!\p{Nd})\./gu;
/** A hashtag or a user name; its parts begin with capital letters. */
const TAG = /(?<![\p{L}\p{N}])[#@]([\p{L}\p{N}_]+)/gu;
const CAPITAL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/u;

/** The compounds in a text as it was written. */
export function compoundsOf(text: string): Compound[] {
  const divided = [...text.matchAll(DIVIDED)].map(([word]) => ({
    joined: fold(word.replace(DIVIDER, "")),
    apart: fold(word),
  }));
  const tags = [...text.matchAll(TAG)]
    .flatMap(([, name = ""]) => name.split("_"))
    .map((word) => ({ joined: fold(word), apart: fold(word.split(CAPITAL).join(" ")) }));
  return [...divided, ...tags].filter(({ joined, apart }) => joined !== apart);
}

/** The text with each divided compound as one word: US, cant. */
export function joinCompounds(text: string): string {
  return text.replace(DIVIDED, (word) => word.replace(DIVIDER, ""));
}
