import { encodeCursor } from "@/lib/public/claims/cursor";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { type Order, orderOf } from "@/lib/public/claims/sort";
import { queryRecord } from "@/lib/server/http/answers";
import { claimants, keyOf, places, topics } from "./corpus";
import { randomFrom, shareOf, skewed } from "./random";
import { searched, vocabulary } from "./words";

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

/** The value that a cursor of an order holds; every call another one, somewhere in the table. */
function somewhere({ type }: Order, random: () => number): string | number {
  if (type === "timestamptz") return new Date(Date.parse("2013-01-01") + random() * 4e11).toISOString();
  if (type === "integer") return Math.floor(random() * 5);
  return String.fromCharCode(97 + Math.floor(random() * 26)) + random().toString(36).slice(2, 6);
}

/** Pages of the table that nobody asked for before: each with another filter, order or place. */
export function unseenPages(seed: number): () => string {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  return () => {
    const sort = pick(sorts);
    const params = new URLSearchParams({ sort });
    const filter = pick(["none", "status", "topic", "claimant", "language", "two", "statuses"]);
    if (filter === "status" || filter === "two") params.set("status", pick(statuses));
    if (filter === "statuses") params.set("status", "verified,disputed");
    if (filter === "topic")
      params.set("topic", keyOf(topics[skewed(random, topics.length)]?.en ?? { text: "", folded: "" }));
    if (filter === "claimant") {
      params.set("claimant", keyOf(claimants[skewed(random, 400)]?.en ?? { text: "", folded: "" }));
    }
    if (filter === "language" || filter === "two") params.set("language", pick(["en", "ar"]));
    const order = orderOf({ ...claimQuerySchema.parse(queryRecord(params)), search: null }, "en");
    params.set(
      "after",
      encodeCursor(sort, { value: somewhere(order, random), id: random().toString(16).slice(2) }),
    );
    return `?${params}`;
  };
}

/** In how many claims a word is that is rare: the same in a corpus of any size, so that sizes can be compared. */
const RARE = { from: 15, to: 25 };

/** Words to search for that nobody searched before: `rare` ones stand in {@link RARE} claims, `common` ones in many. */
export function unseenWords(kind: "rare" | "common", claims: number, seed: number): () => string {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const rare = kind === "rare" ? [rareNames("en", claims), rareNames("ar", claims)] : [];
  const common = () =>
    random() < 0.5 ? pick(searched) : pick(pick(pick([vocabulary.en, vocabulary.ar]).what).text.split(" "));
  return () => {
    // A limit on days far ahead leaves the answer as it is and makes the question a new one.
    const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
    const to = `${2027 + Math.floor(random() * 7000)}-${month}`;
    return `?${new URLSearchParams({ q: kind === "rare" ? pick(pick(rare)) : common(), to })}`;
  };
}

/** The names of places that a search finds in {@link RARE} claims: these, and longer names that begin so. */
function rareNames(locale: "en" | "ar", claims: number): string[] {
  const having = new Map<string, number>();
  places.forEach((place, at) => {
    const { folded } = place[locale];
    having.set(folded, (having.get(folded) ?? 0) + claims * shareOf(at, places.length));
  });
  const names = [...having].sort(([one], [other]) => (one < other ? -1 : 1));
  return names.flatMap(([name], at) => {
    let found = 0;
    for (let next = at; names[next]?.[0].startsWith(name); next++) found += names[next]?.[1] ?? 0;
    return found >= RARE.from && found <= RARE.to ? [name] : [];
  });
}
