import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { lookUpWords } from "@/lib/public/search/indexed-words";
import { fold } from "@/lib/text/fold";
import { apart, arabicNouns, attached, brokenPlurals } from "./arabic-nouns";

/** `asked` does not find `other` though it is the same word, or does though it is another. */
type Fault = { asked: string; other: string };

/** Both kinds of fault over the list of nouns. Each `missed` has the number of pairs that were tried. */
export type NounFaults = {
  missed: Record<"article" | "to" | "joined" | "forms" | "broken", { tried: number; faults: Fault[] }>;
  confused: { apart: Fault[]; others: Fault[] };
};

/** Has the nouns in all their forms as the words of the claims, and looks each up. Replaces the list of words. */
export async function nounFaults(): Promise<NounFaults> {
  const frequent = [
    ...arabicNouns.flatMap(([noun = "", ...forms]) => [noun, attached(noun).article, ...forms]),
  ];
  const rare = arabicNouns.flatMap(([noun = ""]) => [attached(noun).to, ...attached(noun).joined]);
  await fill(frequent, [...rare, ...apart.flat(), ...brokenPlurals.flat()]);
  const found = await findings([
    ...new Set([...frequent, ...rare, ...apart.flat(), ...brokenPlurals.flat()]),
  ]);
  const missing = (pairs: Fault[]) => ({
    tried: pairs.length,
    faults: pairs.filter(({ asked, other }) => !found(asked).has(fold(other))),
  });
  const bothWays = (noun: string, others: string[]) =>
    others.flatMap((other) => [
      { asked: noun, other },
      { asked: other, other: noun },
    ]);
  const each = (of: (noun: string, forms: string[]) => string[]) =>
    missing(arabicNouns.flatMap(([noun = "", ...forms]) => bothWays(noun, of(noun, forms))));
  return {
    missed: {
      article: each((noun) => [attached(noun).article]),
      to: each((noun) => [attached(noun).to]),
      joined: each((noun) => attached(noun).joined),
      forms: each((_, forms) => forms),
      broken: missing(brokenPlurals.flatMap(([one, many]) => bothWays(one, [many]))),
    },
    confused: {
      apart: apart
        .flatMap(([a, b]) => bothWays(a, [b]))
        .filter(({ asked, other }) => found(asked).has(fold(other))),
      others: othersFound(found),
    },
  };
}

/** Nouns of one line that find the noun of another, where the one is not made of the other: مصر and مصري are related. */
function othersFound(found: (asked: string) => Set<string>): Fault[] {
  const nouns = arabicNouns.map(([noun = ""]) => noun);
  const root = (noun: string) => fold(noun).replace(/(يا|يه|ا|ي|ه)$/u, "");
  return nouns.flatMap((asked) =>
    nouns
      .filter((other) => root(other) !== root(asked) && found(asked).has(fold(other)))
      .map((other) => ({ asked, other })),
  );
}

async function fill(frequent: string[], rare: string[]): Promise<void> {
  await db().$executeRaw`DELETE FROM search_word`;
  for (const [words, claims] of [
    [frequent, 10],
    [rare, 2],
  ] as const)
    await pool().query(
      `INSERT INTO search_word (word, stem, behind, claims)
        SELECT word, search_stem(word), search_stems_behind(word), $2 FROM unnest($1::text[]) AS word ON CONFLICT DO NOTHING`,
      [words.map(fold), claims],
    );
}

async function findings(asked: string[]): Promise<(asked: string) => Set<string>> {
  const { tokens } = await lookUpWords(
    asked.map((word) => ({ text: fold(word), isPrefix: false })),
    "",
  );
  const found = new Map(
    asked.map((word, i) => [
      word,
      new Set((tokens[i] ?? []).flatMap(({ forms }) => forms.map((form) => form.word))),
    ]),
  );
  return (word) => found.get(word) ?? new Set();
}
