import { type SearchFigures, searchFigures } from "@/tests/search/figures";
import { corpusRow } from "./corpus";
import { randomFrom } from "./random";

const QUERIES = 40;

type WordVariation = (word: string, random: () => number) => string;

/** The ways in which readers type a word and a number of a claim. */
const variations: Record<string, { word: WordVariation; number: (digits: string) => string }> = {
  "as it is": { word: (word) => word, number: (digits) => digits },
  "with a slip": {
    // Omits a letter in the middle.
    word: (word, random) => {
      const at = 1 + Math.floor(random() * (word.length - 2));
      return word.slice(0, at) + word.slice(at + 1);
    },
    number: (digits) => digits,
  },
  "other digits": {
    word: (word) => word.toUpperCase(),
    number: (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  },
  "in groups": {
    word: (word) => `"${word}"`,
    number: (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","),
  },
};

/** Measures how well the app finds a claim of the corpus by its place and number, for each way of typing them. */
export async function measureCorpusSearch(
  address: string,
  claims: number,
): Promise<Record<string, SearchFigures & { queries: number }>> {
  const figures: Record<string, SearchFigures & { queries: number }> = {};
  for (const [name, variation] of Object.entries(variations)) {
    const random = randomFrom(name.length);
    const cases = Array.from({ length: QUERIES }, (_, i) => {
      const { slug, place, number } = corpusRow(Math.floor(random() * claims), claims);
      const word = i % 2 === 0 ? place.en.text : place.ar.text;
      return { q: `${variation.word(word, random)} ${variation.number(String(number))}`, finds: [slug] };
    });
    const found = new Map<string, string[]>();
    for (const { q } of cases) {
      const response = await fetch(`${address}/api/v1/claims?${new URLSearchParams({ q, limit: "10" })}`);
      const { data } = (await response.json()) as { data: Array<{ slug: string }> };
      found.set(
        q,
        data.map(({ slug }) => slug),
      );
    }
    figures[name] = { queries: QUERIES, ...searchFigures(cases, found) };
  }
  return figures;
}
