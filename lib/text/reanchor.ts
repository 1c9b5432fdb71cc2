import { type Paragraph, paragraphs } from "./paragraphs";
import { type Quote, quoteFinder } from "./quote";
import { comparableWords } from "./same-words";
import { type Sentence, sentences } from "./sentences";

/** Up to this length, in code points, a paragraph of one sentence may be there to say who speaks next. */
const LEAD_IN = 48;
const SENTENCE_END = /[.!?؟…۔][\p{Pe}\p{Pf}"']*$/u;
const QUOTATION_END = /[\p{Pf}"»]$/u;

/** A text with its paragraphs, each cut into sentences when that is first asked for. */
type Cut = {
  find: (quote: Quote) => Quote[];
  characters: string[];
  paragraphs: Paragraph[];
  sentencesOf: (paragraph: Paragraph) => Sentence[];
};

/**
 * Finds quotes of an earlier version of a text again in a later one, where the place is sure; null where a person must
 * say. A place is sure if the quote stands there as whole words and these have the same words in both versions:
 *
 * - the sentence that the quote is in, the one before it, and the first one of its paragraph, which often say who
 *   speaks; also the one behind it, where the quote's sentence ends with a quotation mark;
 * - the paragraph before, where it is a heading or leads in (without the end of a sentence, or only a short one).
 *   Before the first paragraph there may come others.
 *
 * Words are the same when they fold to the same, with the same numbers and question marks. A unique place with other
 * surroundings is not sure: the words of one person may be deleted here and stand under another's name there. Where
 * several places have the same surroundings, they must be as many as before, and their order tells them apart.
 */
export function sureQuotes(before: string, after: string): (quote: Quote) => Quote | null {
  const [old, now] = [cut(before), cut(after)];
  return (quote) => {
    const [wanted, leadIn] = [surroundings(old, quote), paragraphBefore(old, quote)];
    const alike = (version: Cut) =>
      version
        .find(quote)
        .filter((place) => surroundings(version, place) === wanted)
        .filter((place) => leadsAlike(leadIn, paragraphBefore(version, place)))
        .sort((a, b) => a.start - b.start);
    const [places, found] = [alike(old), alike(now)];
    if (found.length !== places.length) return null;
    return found[places.findIndex(({ start }) => start === quote.start)] ?? null;
  };
}

function cut(text: string): Cut {
  const known = new Map<number, Sentence[]>();
  return {
    find: quoteFinder(text),
    characters: [...text],
    paragraphs: paragraphs(text),
    sentencesOf(paragraph) {
      const found = known.get(paragraph.start) ?? sentencesIn(paragraph);
      known.set(paragraph.start, found);
      return found;
    },
  };
}

/** The sentences of a paragraph, in code points of the whole text. */
function sentencesIn({ text, start }: Paragraph): Sentence[] {
  return sentences(text, "und").map((sentence) => ({
    start: sentence.start + start,
    end: sentence.end + start,
  }));
}

/** The words that must be the same around a quote in both versions, as one text to compare. */
function surroundings({ characters, paragraphs: all, sentencesOf }: Cut, { start, end }: Quote): string {
  const overlaps = (range: Sentence) => range.start < end && range.end > start;
  const around = all.filter(overlaps).flatMap(sentencesOf);
  const wordsOf = (sentence: Sentence | undefined) =>
    sentence ? characters.slice(sentence.start, sentence.end).join("") : "";
  const [own, behind] = [around.findIndex(overlaps), around.findLastIndex(overlaps) + 1];
  const said = around.slice(own, behind).map(wordsOf);
  const endsQuotation = QUOTATION_END.test(said.at(-1) ?? "");
  const parts = [
    wordsOf(around[0]),
    own > 0 ? wordsOf(around[own - 1]) : "",
    ...said,
    endsQuotation ? wordsOf(around[behind]) : "",
  ];
  return parts.map(comparable).join("\n");
}

/** The paragraph before the quote's; null where that is the first. */
function paragraphBefore({ paragraphs: all }: Cut, { start, end }: Quote): string | null {
  const first = all.findIndex((paragraph) => paragraph.start < end && paragraph.end > start);
  return all[first - 1]?.text.trim() ?? null;
}

/** Whether what comes before the paragraph leads into it as before, or leads into it neither before nor now. */
function leadsAlike(before: string | null, now: string | null): boolean {
  if (comparable(before ?? "") === comparable(now ?? "")) return true;
  if (before === null) return now === null || SENTENCE_END.test(now);
  return !leadsIn(before) && now !== null && !leadsIn(now);
}

function leadsIn(paragraph: string): boolean {
  if (!SENTENCE_END.test(paragraph)) return true;
  return [...paragraph].length <= LEAD_IN && sentences(paragraph, "und").length === 1;
}

/** The words, and how many question marks there are. */
function comparable(words: string): string {
  return `${comparableWords(words)} ${words.match(/[?؟]/g)?.length ?? 0}`;
}
