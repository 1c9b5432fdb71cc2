import { type Paragraph, splitParagraphs } from "./paragraphs";
import { findOccurrences, type Quote, quoteAt } from "./quote";
import { comparableWords } from "./same-words";
import { hasSameVowels } from "./vowels";

/** A block of adjacent paragraphs by index, `last` inclusive. */
type Block = { first: number; last: number };

/** A text with its paragraphs, and the comparable words of each. */
type Version = { text: string; characters: string[]; paragraphs: Paragraph[]; words: string[] };

/**
 * Returns a function that finds a quote of version `before` in version `after`; it returns null if the
 * position is not certain and a person must decide. It is certain if the paragraph of the quote and its two
 * neighbours have the same words in both versions, and the quote has whole words there. At the start and end
 * of the text, both must lack the neighbour.
 *
 * Words are equal if they fold to the same, with the same numbers, signs and question marks and without
 * conflicting tashkeel. A unique match with other neighbours is not certain: the words may now be another
 * person's. Several matches with the same neighbours must be as many as before; their order identifies them.
 */
export function quoteReanchorer(before: string, after: string): (quote: Quote) => Quote | null {
  const [old, now] = [splitVersion(before), splitVersion(after)];
  const blocksOfNow = blockFinder(now);
  const blocksOfOld = blockFinder(old);
  return (quote) => {
    const block = blockOf(old, quote);
    if (!block) return null;
    const surroundings = surroundingsOf(old, block);
    const length = block.last - block.first;
    const [oldPositions, newPositions] = [
      blocksOfOld(surroundings, length),
      blocksOfNow(surroundings, length),
    ];
    if (oldPositions.length !== newPositions.length) return null;
    const newFirst = newPositions[oldPositions.indexOf(block.first)];
    if (newFirst === undefined) return null;
    const isSame = hasSameVowels(
      textAround(old, block),
      textAround(now, { first: newFirst, last: newFirst + length }),
    );
    return isSame ? quoteInBlock(old, now, quote, [block.first, newFirst], length) : null;
  };
}

function splitVersion(text: string): Version {
  const newPositions = splitParagraphs(text);
  return {
    text,
    characters: [...text],
    paragraphs: newPositions,
    words: newPositions.map((paragraph) => comparable(paragraph.text)),
  };
}

function blockOf({ paragraphs: all }: Version, { start, end }: Quote): Block | null {
  const overlaps = (paragraph: { start: number; end: number }) =>
    paragraph.start < end && paragraph.end > start;
  const first = all.findIndex(overlaps);
  return first < 0 ? null : { first, last: all.findLastIndex(overlaps) };
}

/** Returns the words of a block and its neighbours; "\0" for a missing neighbour. */
function surroundingsOf({ words }: Version, { first, last }: Block): string {
  const around = [words[first - 1] ?? "\0", ...words.slice(first, last + 1), words[last + 1] ?? "\0"];
  return around.join("\n");
}

/** Returns the text of a block and its neighbours. */
function textAround({ paragraphs: all }: Version, { first, last }: Block): string {
  return all
    .slice(Math.max(0, first - 1), last + 2)
    .map(({ text }) => text)
    .join("\n");
}

/**
 * Returns a function that finds the blocks with these words and neighbours, by first paragraph; indexes are
 * cached.
 */
function blockFinder(version: Version): (surroundings: string, length: number) => number[] {
  const cache = new Map<number, Map<string, number[]>>();
  return (surroundings, length) => {
    const blocks = cache.get(length) ?? new Map<string, number[]>();
    if (!cache.has(length)) {
      cache.set(length, blocks);
      for (let first = 0; first + length < version.words.length; first++) {
        const key = surroundingsOf(version, { first, last: first + length });
        blocks.set(key, [...(blocks.get(key) ?? []), first]);
      }
    }
    return blocks.get(surroundings) ?? [];
  };
}

/** Returns the quote in the corresponding block, at the same ordinal among the occurrences of its words. */
function quoteInBlock(
  old: Version,
  now: Version,
  quote: Quote,
  [before, after]: [number, number],
  length: number,
): Quote | null {
  const [from, to] = [old, now].map((version, index) =>
    textOfBlock(version, index === 0 ? before : after, length),
  );
  if (!from || !to) return null;
  if (from.text === to.text) {
    const shift = to.start - from.start;
    return quoteAt(now.text, quote.start + shift, quote.end + shift);
  }
  const [oldPositions, newPositions] = [
    findOccurrences(from.text, quote.exact),
    findOccurrences(to.text, quote.exact),
  ];
  if (oldPositions.length !== newPositions.length) return null;
  const match = newPositions[oldPositions.findIndex(({ start }) => start + from.start === quote.start)];
  return match ? quoteAt(now.text, match.start + to.start, match.end + to.start) : null;
}

function textOfBlock({ characters, paragraphs: all }: Version, first: number, length: number) {
  const [start, end] = [all[first]?.start ?? 0, all[first + length]?.end ?? 0];
  return { text: characters.slice(start, end).join(""), start };
}

/** Returns the comparable words, and the number of question marks. */
function comparable(words: string): string {
  return `${comparableWords(words)} ${words.match(/[?؟]/g)?.length ?? 0}`;
}
