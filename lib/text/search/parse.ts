import { fold } from "@/lib/text/fold";
import { compoundsOf, joinCompounds } from "./compounds";
import { quantitiesOf } from "./quantities";
import { separateScripts, splitLettersAndDigits } from "./word-separation";

/** The field names before a colon, folded, in both languages of the product. */
const FIELDS = new Map([
  ...["claimant", "قائل", "القائل"].map((name) => [fold(name), "claimant"] as const),
  ...["status", "حاله", "الحاله"].map((name) => [fold(name), "status"] as const),
  ...["year", "سنه", "عام"].map((name) => [fold(name), "year"] as const),
  ...["topic", "موضوع", "الموضوع"].map((name) => [fold(name), "topic"] as const),
  ...["publisher", "ناشر", "الناشر"].map((name) => [fold(name), "publisher"] as const),
]);
/** A field that a search can name. */
export type SearchField = "claimant" | "status" | "year" | "topic" | "publisher";

/** A search term, folded. An `alternative` is another reading of the term before it in its group. */
export type Term = { excluded: boolean; alternative?: true } & (
  | { kind: "word"; text: string }
  /** Adjacent whole words. */
  | { kind: "phrase"; text: string }
  /** `token` is as in quantities.ts, `text` as typed. */
  | { kind: "quantity"; token: string; text: string }
  | { kind: "field"; field: SearchField; words: string[]; quoted: boolean }
);

/** Groups of terms: a claim matches if it matches at least one term of every group. */
export type SearchQuery = Term[][];

/** Whether a field has the folded words as a value; otherwise `name:value` is plain words. */
export type IsValue = (field: SearchField, words: string[]) => boolean;

/** The English genitive and the plural after a digit: Vance’s matches Vance, F-16s matches F-16. */
const FINAL_S = /(?:(?<=\p{L})['’]|(?<=\p{Nd})['’]?)s(?![\p{L}\p{N}])/giu;
/** The optional start of a web address. */
const ADDRESS_START = /(?<![\p{L}\p{N}])(?:https?:\/\/(?:www\.)?|www\.)(?=[\p{L}\p{N}])/giu;
const QUOTES = '"“”„«»';
/** Text between two quotation marks of one kind; an unpaired mark is ignored. */
const quoted = (name: string, end = "") =>
  ['"', "“”„", "«»"]
    .map((marks, n) => `[${marks}](?<${name}${n}>[^${marks}]*)(?:[${marks}]${end})`)
    .join("|");
const PHRASE = quoted("phrase");
/** The value of a field; the closing mark of the last one may be missing. */
const VALUE = quoted("value", "|$");
const WORD = String.raw`(?<word>[^\s${QUOTES}]+)`;
/** An excluding minus; one before a number is a sign. */
const MINUS = String.raw`(?<=^|\s)(?<minus>[-−])(?![.,٫]?\p{Nd})`;
const ITEM = new RegExp(
  String.raw`(?:${MINUS})?(?:(?<field>[\p{L}\p{M}]+):(?:${VALUE}|(?<bare>[^\s${QUOTES}]+))|${PHRASE}|${WORD})`,
  "gu",
);
const OR = new Set(["OR", "|", "أو"]);
/** Arabic prefixes of a number or of a name in Latin letters, folded. */
const ARABIC_PREFIX = /(?<=^| )[وف]?(?:لل|[بكل]?ال|[بكل]|و|ف)(?= [%$€£¥₽₹]?[0-9\p{Script=Latin}])/gu;
/** An ordinal number: 8th also matches 8. */
const ORDINAL = /^([0-9]+)(?:st|nd|rd|th)$/;

type Item = { whole: string; minus: boolean; name?: string; quoted?: string; word: string };

/**
 * Parses a search: words, "phrases", -exclusions, OR between two terms, `claimant:`, `status:`, `year:`,
 * `topic:` and `publisher:` with a known value or a quoted one, and quantities (`$6M`, `6 million dollars`).
 * Never fails: everything else is words. Returns no groups for text without words, such as punctuation.
 */
export function parseSearch(typed: string, isValue: IsValue = () => true): SearchQuery {
  const groups: SearchQuery = [];
  let isAlternative = false;
  let pendingWords: string[] = [];
  const add = ([first, ...rest]: SearchQuery) => {
    if (!first) return;
    const last = groups.at(-1);
    if (isAlternative && last) last.push(...first);
    else groups.push(first);
    groups.push(...rest);
    isAlternative = false;
  };
  const flush = () => {
    add(wordsOf(pendingWords.join(" ")));
    pendingWords = [];
  };
  const items = [...typed.replace(ADDRESS_START, " ").matchAll(ITEM)].map(itemOf);
  items.forEach((item, i) => {
    if (OR.has(item.whole)) {
      flush();
      isAlternative = groups.length > 0;
      return;
    }
    const isBesideOr = [items[i - 1], items[i + 1]].some((other) => other && OR.has(other.whole));
    const term = termOf(item, isBesideOr ? () => true : isValue);
    if (term === null)
      pendingWords.push(item.name === undefined ? item.word : `${item.name} ${item.quoted ?? item.word}`);
    else {
      flush();
      add(term);
    }
  });
  flush();
  return groups;
}

/** Parses a text as words and quantities only, ignoring operators. */
export function parsePlainSearch(typed: string): SearchQuery {
  return wordsOf(typed.replace(ADDRESS_START, " "));
}

function itemOf({ 0: whole, groups }: RegExpMatchArray): Item {
  const { minus, field, bare, word, ...others } = (groups ?? {}) as Record<string, string | undefined>;
  const quotation = Object.values(others).find((text) => text !== undefined);
  return { whole, minus: minus !== undefined, name: field, quoted: quotation, word: bare ?? word ?? "" };
}

/** Parses an item; null if it is plain words. */
function termOf({ minus: excluded, name, quoted, word }: Item, isValue: IsValue): SearchQuery | null {
  const value = fold(quoted ?? word);
  const field = FIELDS.get(fold(name ?? "")) as SearchField | undefined;
  if (field) {
    const words = value.split(" ").filter(Boolean);
    if (excluded || quoted !== undefined || isValue(field, words))
      return words.length > 0
        ? [[{ kind: "field", field, words, quoted: quoted !== undefined, excluded }]]
        : [];
  }
  const text = separateScripts(fold([name ?? "", value].join(" ")));
  if (quoted !== undefined) return text ? [[{ kind: "phrase", text, excluded }]] : [];
  if (!excluded) return null;
  if (!text) return [];
  const [quantity] = quantitiesOf(text);
  if (quantity && quantity.start === 0 && quantity.end === text.length)
    return [[{ kind: "quantity", token: quantity.tokens[0] as string, text, excluded }]];
  return [[{ kind: "phrase", text, excluded }]];
}

/** Parses plain text; a quantity is one term, but H800 and 5G are words. */
function wordsOf(typed: string): SearchQuery {
  const written = typed.replace(FINAL_S, "");
  const text = separateScripts(fold(joinCompounds(written))).replace(ARABIC_PREFIX, "");
  const compounds = new Map(compoundsOf(written).map((compound) => [compound.joined, compound.split]));
  const groups: SearchQuery = [];
  const addWords = (part: string) => {
    for (const word of part.split(" ").filter(Boolean)) groups.push(wordOf(word, compounds.get(word)));
  };
  let at = 0;
  for (const { tokens, start, end, isPartOfName } of quantitiesOf(text)) {
    if (isPartOfName) continue;
    addWords(text.slice(at, start));
    groups.push(quantityOf(tokens[0] as string, text.slice(start, end)));
    at = end;
  }
  addWords(text.slice(at));
  return groups;
}

/**
 * Returns a word with its alternatives: its parts (gpt4 and GPT-4, us and U.S.), or the number of an ordinal.
 */
function wordOf(text: string, split?: string): Term[] {
  const [number, parts] = [ORDINAL.exec(text)?.[1], split ?? splitLettersAndDigits(text)];
  const term: Term = { kind: "word", text, excluded: false };
  const alternative = { excluded: false, alternative: true } as const;
  if (number) {
    const token = `number:${Number(number)}`;
    return [term, { kind: "quantity", token, text: number, ...alternative }];
  }
  return parts ? [term, { kind: "phrase", text: parts, ...alternative }] : [term];
}

/** Returns a quantity with its alternatives: the word that was typed, or its parts (4K, 30m). */
function quantityOf(token: string, text: string): Term[] {
  const parts = /^[0-9.,]+\p{Script=Latin}+$/u.test(text) ? splitLettersAndDigits(text) : null;
  const alternative = { excluded: false, alternative: true } as const;
  return [
    { kind: "quantity", token, text, excluded: false },
    ...(parts
      ? [
          { kind: "word", text, ...alternative } as const,
          { kind: "phrase", text: parts, ...alternative } as const,
        ]
      : []),
  ];
}
