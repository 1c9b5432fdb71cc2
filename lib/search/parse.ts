import { fold } from "@/lib/text/fold";
import { quantitiesOf } from "./quantities";

/** The words before a colon that ask one field only, in both languages of the product, folded. */
const FIELDS = new Map([
  ...["claimant", "قائل", "القائل"].map((name) => [fold(name), "claimant"] as const),
  ...["status", "حاله", "الحاله"].map((name) => [fold(name), "status"] as const),
  ...["year", "سنه", "عام"].map((name) => [fold(name), "year"] as const),
  ...["topic", "موضوع", "الموضوع"].map((name) => [fold(name), "topic"] as const),
  ...["publisher", "ناشر", "الناشر"].map((name) => [fold(name), "publisher"] as const),
]);
export type SearchField = "claimant" | "status" | "year" | "topic" | "publisher";

/** One thing to find, all of it folded. */
export type Term = { excluded: boolean } & (
  | { kind: "word"; text: string }
  /** Words that must stand together, whole. */
  | { kind: "phrase"; text: string }
  /** `token` is that of lib/search/quantities; `text` is how it was typed. */
  | { kind: "quantity"; token: string; text: string }
  | { kind: "field"; field: SearchField; words: string[] }
);

/** Every group must be found; of a group, one term is enough. */
export type SearchQuery = Term[][];

/** The English genitive: what is Vance’s is found by Vance. */
const POSSESSIVE = /(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu;
const QUOTES = '"“”„«»';
const ITEM = new RegExp(
  String.raw`(?<minus>(?<=^|\s)[-−])?(?:(?<field>[\p{L}\p{M}]+):)?(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)(?:[${QUOTES}]|$)|(?<word>[^\s${QUOTES}]+))`,
  "gu",
);
const OR = new Set(["OR", "|", "أو"]);

/**
 * What a reader asks for: words, "phrases", -excluded ones, OR between two, `claimant:`, `status:`, `year:`, `topic:`
 * and `publisher:` with a word or a phrase, and quantities (`$6M`, `6 million dollars`). Whatever is typed means
 * something: what follows none of these rules is words. Answers no group where nothing can be found: punctuation, say.
 */
export function parseSearch(typed: string): SearchQuery {
  const groups: SearchQuery = [];
  let joined = false;
  let run: string[] = [];
  const add = (terms: Term[]) => {
    const [first, ...rest] = terms;
    if (!first) return;
    const last = groups.at(-1);
    if (joined && last) last.push(first);
    else groups.push([first]);
    groups.push(...rest.map((term) => [term]));
    joined = false;
  };
  const flush = () => {
    add(wordsOf(run.join(" ")));
    run = [];
  };
  for (const { 0: whole, groups: found } of typed.matchAll(ITEM)) {
    const { minus, field, phrase, word } = found as Record<string, string | undefined>;
    if (OR.has(whole)) {
      flush();
      joined = groups.length > 0;
    } else if (!minus && !field && phrase === undefined) run.push(word ?? "");
    else {
      flush();
      add(marked(Boolean(minus), field, phrase, word ?? ""));
    }
  }
  flush();
  return groups;
}

function marked(
  excluded: boolean,
  name: string | undefined,
  phrase: string | undefined,
  word: string,
): Term[] {
  const value = fold(phrase ?? word);
  const field = FIELDS.get(fold(name ?? "")) as SearchField | undefined;
  if (field) {
    const words = value.split(" ").filter(Boolean);
    return words.length > 0 ? [{ kind: "field", field, words, excluded }] : [];
  }
  const text = fold([name ?? "", value].join(" "));
  if (!text) return [];
  if (phrase !== undefined) return [{ kind: "phrase", text, excluded }];
  if (!excluded) return wordsOf(text);
  const [quantity] = quantitiesOf(text);
  if (quantity && quantity.start === 0 && quantity.end === text.length) {
    return [{ kind: "quantity", token: quantity.tokens[0] as string, text, excluded }];
  }
  return [{ kind: "phrase", text, excluded }];
}

/** Words in a row: a quantity among them is one term, but H800 is a word. */
function wordsOf(typed: string): Term[] {
  const text = fold(typed.replace(POSSESSIVE, ""));
  const terms: Term[] = [];
  const plain = (part: string) => {
    for (const word of part.split(" ").filter(Boolean))
      terms.push({ kind: "word", text: word, excluded: false });
  };
  let at = 0;
  for (const { tokens, start, end, named } of quantitiesOf(text)) {
    if (named) continue;
    plain(text.slice(at, start));
    terms.push({
      kind: "quantity",
      token: tokens[0] as string,
      text: text.slice(start, end),
      excluded: false,
    });
    at = end;
  }
  plain(text.slice(at));
  return terms;
}
