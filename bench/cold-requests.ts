import { encodeCursor } from "@/lib/public/claims/cursor";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { type Order, orderOf } from "@/lib/public/claims/sort";
import { queryRecord } from "@/lib/server/http/responses";
import { claimants, nameKey, places, topics } from "./corpus";
import { randomFrom, skewedIndex, skewedShare } from "./random";
import { commonWords, vocabulary } from "./words";

const statuses = ["verified", "false", "disputed", "needs_context", "unproven"];
const sorts = [
  "-updated",
  "updated",
  "-published",
  "claim",
  "-claim",
  "claimant",
  "publisher",
  "-rating",
  "-evidence",
];

/** Returns a random cursor value for an order, somewhere in the table. */
function randomCursorValue({ type }: Order, random: () => number): string | number {
  if (type === "timestamptz") return new Date(Date.parse("2013-01-01") + random() * 4e11).toISOString();
  if (type === "integer") return Math.floor(random() * 5);
  return String.fromCharCode(97 + Math.floor(random() * 26)) + random().toString(36).slice(2, 6);
}

/** Generates query strings of table pages never requested before: each with another filter, sort key or cursor. */
export function coldPages(seed: number): () => string {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  return () => {
    const sort = pick(sorts);
    const params = new URLSearchParams({ sort });
    const filter = pick(["none", "status", "topic", "claimant", "language", "two", "statuses"]);
    if (filter === "status" || filter === "two") params.set("status", pick(statuses));
    if (filter === "statuses") params.set("status", "verified,disputed");
    if (filter === "topic")
      params.set(
        "topic",
        nameKey(topics[skewedIndex(random, topics.length)]?.en ?? { text: "", folded: "" }),
      );
    if (filter === "claimant") {
      params.set("claimant", nameKey(claimants[skewedIndex(random, 400)]?.en ?? { text: "", folded: "" }));
    }
    if (filter === "language" || filter === "two") params.set("language", pick(["en", "ar"]));
    const order = orderOf({ ...claimQuerySchema.parse(queryRecord(params)), search: null }, "en");
    params.set(
      "after",
      encodeCursor(sort, { value: randomCursorValue(order, random), id: random().toString(16).slice(2) }),
    );
    return `?${params}`;
  };
}

/** How many claims contain a rare word: the same in a corpus of any size, so that sizes can be compared. */
const RARE = { from: 15, to: 25 };

/** Generates searches never requested before: `rare` words are in {@link RARE} claims, `common` ones in many. */
export function coldSearches(kind: "rare" | "common", claims: number, seed: number): () => string {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const rare = kind === "rare" ? [rareNames("en", claims), rareNames("ar", claims)] : [];
  const common = () =>
    random() < 0.5
      ? pick(commonWords)
      : pick(pick(pick([vocabulary.en, vocabulary.ar]).what).text.split(" "));
  return () => {
    // A date limit far in the future changes the URL, but not the result.
    const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
    const to = `${2027 + Math.floor(random() * 7000)}-${month}`;
    return `?${new URLSearchParams({ q: kind === "rare" ? pick(pick(rare)) : common(), to })}`;
  };
}

/** The place names that a search finds in {@link RARE} claims, counting longer names that begin with them. */
function rareNames(locale: "en" | "ar", claims: number): string[] {
  const having = new Map<string, number>();
  places.forEach((place, at) => {
    const { folded } = place[locale];
    having.set(folded, (having.get(folded) ?? 0) + claims * skewedShare(at, places.length));
  });
  const names = [...having].sort(([one], [other]) => (one < other ? -1 : 1));
  return names.flatMap(([name], at) => {
    let found = 0;
    for (let next = at; names[next]?.[0].startsWith(name); next++) found += names[next]?.[1] ?? 0;
    return found >= RARE.from && found <= RARE.to ? [name] : [];
  });
}
