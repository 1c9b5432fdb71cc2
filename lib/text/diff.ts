import { diffArrays } from "diff";
import { directionOfLanguage } from "./direction";
import { splitIsolates } from "./isolates";

/** A part of one of two texts: words of both, or of this one only. */
export type DiffSpan = { text: string; kind: "same" | "removed" | "added" };

/** Two texts, each split where their words differ. The joined spans of a side are its text. */
export type TextDiff = {
  before: DiffSpan[];
  after: DiffSpan[];
  /** Whether the words are the same; white space is ignored. */
  same: boolean;
};

/** A run of both texts: the same words, or words that replace each other. */
type Run = { same: boolean; before: string; after: string };

// With more edits, a diff by word is slow and unreadable.
const MAX_EDITS = 600;

/**
 * Returns the word diff of two versions of a text (Myers 1986), split at the word boundaries of UAX #29 for
 * `language`, a BCP 47 tag. Bidi isolates stay whole: `$6M`, 10-20, a URL. Texts that share too little are
 * one removed and one added span.
 */
export function diffWords(before: string, after: string, language: string): TextDiff {
  const [old, now] = [tokensOf(before, language), tokensOf(after, language)];
  const changes = diffArrays(old.map(wordOf), now.map(wordOf), { maxEditLength: MAX_EDITS });
  const runs = changes ? joinAcrossPunctuation(runsOf(changes, old, now)) : [{ same: false, before, after }];
  return {
    before: spansOf(runs.map(({ same, before: text }) => ({ text, kind: same ? "same" : "removed" }))),
    after: spansOf(runs.map(({ same, after: text }) => ({ text, kind: same ? "same" : "added" }))),
    same: runs.every(({ same }) => same),
  };
}

/** Returns the words and punctuation of a text, each with the white space that follows it. */
function tokensOf(text: string, language: string): string[] {
  const words = wordSegmenter(language);
  const pieces = splitIsolates(text, directionOfLanguage(language));
  const tokens: string[] = [];
  for (const piece of pieces) {
    const parts = piece.direction && !/\s/.test(piece.text) ? [piece.text] : wordsOf(piece.text, words);
    for (const part of parts) {
      const last = tokens.at(-1);
      if (last !== undefined && isOneToken(last, part)) tokens[tokens.length - 1] = last + part;
      else tokens.push(part);
    }
  }
  return tokens;
}

// Run by run: the segmenter takes quadratic time.
function wordsOf(text: string, words: Intl.Segmenter): string[] {
  const runs = text.match(/\s+|\S+/g) ?? [];
  return runs.flatMap((run) => Array.from(words.segment(run), ({ segment }) => segment));
}

/**
 * Whether two parts are one token: white space joins the part before it (at the beginning, after it), a sign
 * its number.
 */
function isOneToken(last: string, part: string): boolean {
  return part.trim() === "" || last.trim() === "" || /\p{Sc}$/u.test(last) || /^[%٪‰]/.test(part);
}

function wordSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language.replaceAll("_", "-"), { granularity: "word" });
  } catch {
    return new Intl.Segmenter("und", { granularity: "word" });
  }
}

function wordOf(token: string): string {
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
    // White space is not a word.
    const same = (!added && !removed) || (before + after).trim() === "";
    addRun(runs, { same, before, after });
  }
  return runs;
}

/** Joins two rewritten runs that only punctuation separates. */
function joinAcrossPunctuation(runs: Run[]): Run[] {
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

/** Removes empty spans, and leaves white space after a changed word unmarked. */
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
