import { paragraphs } from "./paragraphs";
import { placesOfWords, type Quote, quoteAt } from "./quote";
import { comparableWords } from "./same-words";
import { hasSameVowels } from "./vowels";

/** Paragraphs one behind the other, by their numbers: `last` included. */
type Block = { first: number; last: number };

/** A text with its paragraphs, and the words of each that count when texts are compared. */
type Cut = { text: string; characters: string[]; paragraphs: ReturnType<typeof paragraphs>; words: string[] };

/**
 * Finds quotes of an earlier version of a text again in a later one, where the place is sure; null where a person must
 * say. A place is sure if the paragraph of the quote, the one before it and the one behind it have the same words in both
 * versions, and the quote stands there as whole words. At the beginning and at the end of the text there must be nothing
 * before or behind in both.
 *
 * Words are the same when they fold to the same, with the same numbers, signs and question marks, and no tashkeel that
 * differs. A unique place with
 * other surroundings is not sure: the words of one person may be deleted here and stand under another's name there. Where
 * several places have the same surroundings, they must be as many as before, and their order tells them apart.
 */
export function sureQuotes(before: string, after: string): (quote: Quote) => Quote | null {
  const [old, now] = [cut(before), cut(after)];
  const blocksOfNow = blockFinder(now);
  const blocksOfOld = blockFinder(old);
  return (quote) => {
    const block = blockOf(old, quote);
    if (!block) return null;
    const surroundings = surroundingsOf(old, block);
    const length = block.last - block.first;
    const [places, found] = [blocksOfOld(surroundings, length), blocksOfNow(surroundings, length)];
    if (places.length !== found.length) return null;
    const moved = found[places.indexOf(block.first)];
    if (moved === undefined) return null;
    const isSame = hasSameVowels(
      writtenAround(old, block),
      writtenAround(now, { first: moved, last: moved + length }),
    );
    return isSame ? placeWithin(old, now, quote, [block.first, moved], length) : null;
  };
}

function cut(text: string): Cut {
  const found = paragraphs(text);
  return {
    text,
    characters: [...text],
    paragraphs: found,
    words: found.map((paragraph) => comparable(paragraph.text)),
  };
}

function blockOf({ paragraphs: all }: Cut, { start, end }: Quote): Block | null {
  const overlaps = (paragraph: { start: number; end: number }) =>
    paragraph.start < end && paragraph.end > start;
  const first = all.findIndex(overlaps);
  return first < 0 ? null : { first, last: all.findLastIndex(overlaps) };
}

/** The words of a block, of the paragraph before it and of the one behind it; a sign of its own for there being none. */
function surroundingsOf({ words }: Cut, { first, last }: Block): string {
  const around = [words[first - 1] ?? "\0", ...words.slice(first, last + 1), words[last + 1] ?? "\0"];
  return around.join("\n");
}

/** The block, the paragraph before it and the one behind it as they are written. */
function writtenAround({ paragraphs: all }: Cut, { first, last }: Block): string {
  return all
    .slice(Math.max(0, first - 1), last + 2)
    .map(({ text }) => text)
    .join("\n");
}

/** Finds the first paragraphs of the blocks that have these surroundings; what was looked up once is looked up no more. */
function blockFinder(version: Cut): (surroundings: string, length: number) => number[] {
  const known = new Map<number, Map<string, number[]>>();
  return (surroundings, length) => {
    const blocks = known.get(length) ?? new Map<string, number[]>();
    if (!known.has(length)) {
      known.set(length, blocks);
      for (let first = 0; first + length < version.words.length; first++) {
        const key = surroundingsOf(version, { first, last: first + length });
        blocks.set(key, [...(blocks.get(key) ?? []), first]);
      }
    }
    return blocks.get(surroundings) ?? [];
  };
}

/** The quote in the block of now that its own block corresponds to: the first, second … of its words there as before. */
function placeWithin(
  old: Cut,
  now: Cut,
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
  const [places, found] = [placesOfWords(from.text, quote.exact), placesOfWords(to.text, quote.exact)];
  if (places.length !== found.length) return null;
  const place = found[places.findIndex(({ start }) => start + from.start === quote.start)];
  return place ? quoteAt(now.text, place.start + to.start, place.end + to.start) : null;
}

function textOfBlock({ characters, paragraphs: all }: Cut, first: number, length: number) {
  const [start, end] = [all[first]?.start ?? 0, all[first + length]?.end ?? 0];
  return { text: characters.slice(start, end).join(""), start };
}

/** What counts of words when they are compared, and question marks. */
function comparable(words: string): string {
  return `${comparableWords(words)} ${words.match(/[?؟]/g)?.length ?? 0}`;
}
