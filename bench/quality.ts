import { type SearchFigures, searchFigures } from "@/tests/search/figures";
import { corpusRow } from "./corpus";
import { randomFrom } from "./random";

const EACH = 40;

type Slip = (word: string, random: () => number) => string;

/** What readers do to a word and a number that a claim has. */
const ways: Record<string, { word: Slip; number: (digits: string) => string }> = {
  "as it is": { word: (word) => word, number: (digits) => digits },
  "with a slip": {
    // A letter in the middle is left out.
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

/** How well the app finds one claim of the corpus by a place and a figure in it, typed in different ways, by the way. */
export async function corpusFigures(
  address: string,
  claims: number,
): Promise<Record<string, SearchFigures & { queries: number }>> {
  const figures: Record<string, SearchFigures & { queries: number }> = {};
  for (const [name, way] of Object.entries(ways)) {
    const random = randomFrom(name.length);
    const cases = Array.from({ length: EACH }, (_, i) => {
      const { slug, place, number } = corpusRow(Math.floor(random() * claims), claims);
      const word = i % 2 === 0 ? place.en.text : place.ar.text;
      return { q: `${way.word(word, random)} ${way.number(String(number))}`, finds: [slug] };
    });
    const found = new Map<string, string[]>();
    for (const { q } of cases) {
      const answer = await fetch(`${address}/api/v1/claims?${new URLSearchParams({ q, limit: "10" })}`);
      const { data } = (await answer.json()) as { data: Array<{ slug: string }> };
      found.set(
        q,
        data.map(({ slug }) => slug),
      );
    }
    figures[name] = { queries: EACH, ...searchFigures(cases, found) };
  }
  return figures;
}
