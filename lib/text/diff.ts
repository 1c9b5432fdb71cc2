import { diffArrays } from "diff";
import { directionOfLanguage } from "./direction";
import { isolates } from "./isolates";

/** A stretch of one of two texts: words of both, or of this one alone. */
export type DiffSpan = { text: string; kind: "same" | "removed" | "added" };

/** Two texts, each cut at the words that differ. The spans of a side joined are its text. */
export type TextDiff = {
  before: DiffSpan[];
  after: DiffSpan[];
  /** Whether they have the same words; white space does not count. */
  same: boolean;
};

/** A stretch in both texts; `before` and `after` are the same words, or what stands in place of each other. */
type Run = { same: boolean; before: string; after: string };

// Beyond so many words taken out and put in, a comparison word by word costs much and tells nothing.
const MOST_EDITS = 600;

/**
 * The words that differ between two versions of a text (Myers 1986), cut at the word boundaries of UAX #29 for
 * `language`, a BCP 47 tag. What is one in a text of the other direction stays whole: `$6M`, 10-20, an address. Texts that share too little are answered as one
 * removed and one added whole.
 */
export function diffWords(before: string, after: string, language: string): TextDiff {
  const [old, now] = [tokensOf(before, language), tokensOf(after, language)];
  const changes = diffArrays(old.map(wordIn), now.map(wordIn), { maxEditLength: MOST_EDITS });
  const runs = changes
    ? joinedAcrossPunctuation(runsOf(changes, old, now))
    : [{ same: false, before, after }];
  return {
    before: spansOf(runs.map(({ same, before: text }) => ({ text, kind: same ? "same" : "removed" }))),
    after: spansOf(runs.map(({ same, after: text }) => ({ text, kind: same ? "same" : "added" }))),
    same: runs.every(({ same }) => same),
  };
}

/** The words and marks of a text, each with the white space that follows it. */
function tokensOf(text: string, language: string): string[] {
  const words = wordSegmenter(language);
  const pieces = isolates(text, directionOfLanguage(language));
  const tokens: string[] = [];
  for (const piece of pieces) {
    const parts = piece.direction && !/\s/.test(piece.text) ? [piece.text] : wordsOf(piece.text, words);
    for (const part of parts) {
      const last = tokens.at(-1);
      if (last !== undefined && belongsTogether(last, part)) tokens[tokens.length - 1] = last + part;
      else tokens.push(part);
    }
  }
  return tokens;
}

// Stretch by stretch, since the segmenter's time grows with the square of what it is given at once.
function wordsOf(text: string, words: Intl.Segmenter): string[] {
  const stretches = text.match(/\s+|\S+/g) ?? [];
  return stretches.flatMap((stretch) => Array.from(words.segment(stretch), ({ segment }) => segment));
}

/** White space goes to what it follows (or, at the beginning, to what follows it), a sign to its number. */
function belongsTogether(last: string, part: string): boolean {
  return part.trim() === "" || last.trim() === "" || /\p{Sc}$/u.test(last) || /^[%٪‰]/.test(part);
}

function wordSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language.replaceAll("_", "-"), { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}

function wordIn(token: string): string {
  return token.trim().normalize("NFC");
}

type Change = { count: number; added: boolean; removed: boolean };

function runsOf(changes: Change[], old: string[], now: string[]): Run[] {
  const runs: Run[] = [];
  let [oldAt, nowAt] = [0, 0];
  for (const { count, added, removed } of changes) {
    const [oldEnd, nowEnd] = [oldAt + (added ? 0 : count), nowAt + (removed ? 0 : count)];
    const [before, after] = [old.slice(oldAt, oldEnd).join(""), now.slice(nowAt, nowEnd).join("")];
    [oldAt, nowAt] = [oldEnd, nowEnd];
    // White space alone is no word.
    const same = (!added && !removed) || (before + after).trim() === "";
    addRun(runs, { same, before, after });
  }
  return runs;
}

/** A comma alone between two passages that were both written anew is part of what was written anew. */
function joinedAcrossPunctuation(runs: Run[]): Run[] {
  const rewritten = (run: Run | undefined) => run && !run.same && run.before !== "" && run.after !== "";
  const joined: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const between = rewritten(runs[index - 1]) && rewritten(runs[index + 1]);
    addRun(joined, between && !/[\p{L}\p{N}]/u.test(run.before) ? { ...run, same: false } : run);
  }
  return joined;
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.same !== run.same) runs.push({ ...run });
  else Object.assign(last, { before: last.before + run.before, after: last.after + run.after });
}

/** Without empty spans, and with no mark under the white space behind a word. */
function spansOf(spans: DiffSpan[]): DiffSpan[] {
  const tidy: DiffSpan[] = [];
  for (const { text, kind } of spans) {
    const words = kind === "same" ? text : text.trimEnd();
    addSpan(tidy, { text: words, kind });
    addSpan(tidy, { text: text.slice(words.length), kind: "same" });
  }
  return tidy;
}

function addSpan(spans: DiffSpan[], span: DiffSpan): void {
  const last = spans.at(-1);
  if (span.text === "") return;
  if (last?.kind === span.kind) last.text += span.text;
  else spans.push({ ...span });
}
