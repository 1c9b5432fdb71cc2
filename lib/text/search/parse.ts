import { fold } from "@/lib/text/fold";
import { compoundsOf, joinCompounds } from "./compounds";
import { quantitiesOf } from "./quantities";
import { mixedParts, splitScripts } from "./spaced";

/** The words before a colon that ask one field only, in both languages of the product, folded. */
const FIELDS = new Map([
  ...["claimant", "قائل", "القائل"].map((name) => [fold(name), "claimant"] as const),
  ...["status", "حاله", "الحاله"].map((name) => [fold(name), "status"] as const),
  ...["year", "سنه", "عام"].map((name) => [fold(name), "year"] as const),
  ...["topic", "موضوع", "الموضوع"].map((name) => [fold(name), "topic"] as const),
  ...["publisher", "ناشر", "الناشر"].map((name) => [fold(name), "publisher"] as const),
]);
export type SearchField = "claimant" | "status" | "year" | "topic" | "publisher";

/** One thing to find, all of it folded. `alternative` says that it is another reading of the term before. */
export type Term = { excluded: boolean; alternative?: true } & (
  | { kind: "word"; text: string }
  /** Words that must stand together, whole. */
  | { kind: "phrase"; text: string }
  /** `token` is that of lib/text/search/quantities; `text` is how it was typed. */
  | { kind: "quantity"; token: string; text: string }
  | { kind: "field"; field: SearchField; words: string[]; quoted: boolean }
);

/** Every group must be found; of a group, one term is enough. */
export type SearchQuery = Term[][];

/** Whether the folded words are a value that the field has; where they are none, all of it is plain words. */
export type IsValue = (field: SearchField, words: string[]) => boolean;

/** The English genitive, and the plural behind a digit: Vance’s is found by Vance, F-16s by F-16. */
const FINAL_S = /(?:(?<=\p{L})['’]|(?<=\p{Nd})['’]?)s(?![\p{L}\p{N}])/giu;
/** What an address begins with, and may be written without. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/(?:www\.)?|www\.)(?=[\p{L}\p{N}])/giu;
const QUOTES = '"“”„«»';
/** What stands between two marks of one kind; a mark without a second one quotes nothing. */
const quoted = (name: string, end = "") =>
  ['"', "“”„", "«»"]
    .map((marks, n) => `[${marks}](?<${name}${n}>[^${marks}]*)(?:[${marks}]${end})`)
    .join("|");
const PHRASE = quoted("phrase");
/** The last value of a field may still lack its second mark. */
const VALUE = quoted("value", "|$");
const WORD = String.raw`(?<word>[^\s${QUOTES}]+)`;
/** A minus before a number is the number's. */
const MINUS = String.raw`(?<=^|\s)(?<minus>[-−])(?![.,٫]?\p{Nd})`;
const ITEM = new RegExp(
  String.raw`(?:${MINUS})?(?:(?<field>[\p{L}\p{M}]+):(?:${VALUE}|(?<bare>[^\s${QUOTES}]+))|${PHRASE}|${WORD})`,
  "gu",
);
const OR = new Set(["OR", "|", "أو"]);
/** What Arabic writes before a number as a part of it, and what it joins to a name in Latin letters; folded. */
const JOINED = /(?<=^| )[وف]?(?:لل|[بكل]?ال|[بكل]|و|ف)(?= [%$€£¥₽₹]?[0-9\p{Script=Latin}])/gu;
/** A day of the month or a rank: 8th is 8 as well. */
const ORDINAL = /^([0-9]+)(?:st|nd|rd|th)$/;

type Item = { whole: string; minus: boolean; name?: string; quoted?: string; word: string };

/**
 * What a reader asks for: words, "phrases", -excluded ones, OR between two, `claimant:`, `status:`, `year:`, `topic:`
 * and `publisher:` with a value that it has or a phrase, and quantities (`$6M`, `6 million dollars`). Whatever is typed
 * means something: what follows none of these rules is words. Returns no group where nothing can be found: punctuation, say.
 */
export function parseSearch(typed: string, isValue: IsValue = () => true): SearchQuery {
  const groups: SearchQuery = [];
  let joined = false;
  let run: string[] = [];
  const add = ([first, ...rest]: SearchQuery) => {
    if (!first) return;
    const last = groups.at(-1);
    if (joined && last) last.push(...first);
    else groups.push(first);
    groups.push(...rest);
    joined = false;
  };
  const flush = () => {
    add(wordsOf(run.join(" ")));
    run = [];
  };
  const items = [...typed.replace(ADDRESS, " ").matchAll(ITEM)].map(itemOf);
  items.forEach((item, i) => {
    if (OR.has(item.whole)) {
      flush();
      joined = groups.length > 0;
      return;
    }
    const isEither = [items[i - 1], items[i + 1]].some((other) => other && OR.has(other.whole));
    const term = termOf(item, isEither ? () => true : isValue);
    if (term === null)
      run.push(item.name === undefined ? item.word : `${item.name} ${item.quoted ?? item.word}`);
    else {
      flush();
      add(term);
    }
  });
  flush();
  return groups;
}

/** The text as nothing but words and quantities, whatever signs stand in it. */
export function plainSearch(typed: string): SearchQuery {
  return wordsOf(typed.replace(ADDRESS, " "));
}

function itemOf({ 0: whole, groups }: RegExpMatchArray): Item {
  const { minus, field, bare, word, ...others } = (groups ?? {}) as Record<string, string | undefined>;
  const quotation = Object.values(others).find((text) => text !== undefined);
  return { whole, minus: minus !== undefined, name: field, quoted: quotation, word: bare ?? word ?? "" };
}

/** What an item asks for other than words; null for what is words. */
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
  const text = splitScripts(fold([name ?? "", value].join(" ")));
  if (quoted !== undefined) return text ? [[{ kind: "phrase", text, excluded }]] : [];
  if (!excluded) return null;
  if (!text) return [];
  const [quantity] = quantitiesOf(text);
  if (quantity && quantity.start === 0 && quantity.end === text.length)
    return [[{ kind: "quantity", token: quantity.tokens[0] as string, text, excluded }]];
  return [[{ kind: "phrase", text, excluded }]];
}

/** Words in a row: a quantity among them is one term, but H800 and 5G are words. */
function wordsOf(typed: string): SearchQuery {
  const written = typed.replace(FINAL_S, "");
  const text = splitScripts(fold(joinCompounds(written))).replace(JOINED, "");
  const apart = new Map(compoundsOf(written).map((compound) => [compound.joined, compound.apart]));
  const groups: SearchQuery = [];
  const plain = (part: string) => {
    for (const word of part.split(" ").filter(Boolean)) groups.push(wordOf(word, apart.get(word)));
  };
  let at = 0;
  for (const { tokens, start, end, named } of quantitiesOf(text)) {
    if (named) continue;
    plain(text.slice(at, start));
    groups.push(quantityOf(tokens[0] as string, text.slice(start, end)));
    at = end;
  }
  plain(text.slice(at));
  return groups;
}

/** A word; or else its parts, as gpt4 is GPT-4 and us is U.S., or the number that 8th is. */
function wordOf(text: string, apart?: string): Term[] {
  const [number, parts] = [ORDINAL.exec(text)?.[1], apart ?? mixedParts(text)];
  const term: Term = { kind: "word", text, excluded: false };
  const alternative = { excluded: false, alternative: true } as const;
  if (number) {
    const token = `number:${Number(number)}`;
    return [term, { kind: "quantity", token, text: number, ...alternative }];
  }
  return parts ? [term, { kind: "phrase", text: parts, ...alternative }] : [term];
}

/** A quantity, or else the one word that it was typed as, or its parts: 4K, 30m. */
function quantityOf(token: string, text: string): Term[] {
  const parts = /^[0-9.,]+\p{Script=Latin}+$/u.test(text) ? mixedParts(text) : null;
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
