import { prepared } from "@/lib/db/prepared";
import { facetsOf, planFor } from "./conditions";
import { badCursor, decodeCursor, encodeCursor } from "./cursor";
import { type KeptCount, keptCounts, mostPassing, narrowest } from "./kept-counts";
import { likelyOf } from "./likely";
import type { Shape } from "./page-parts";
import { rowsStatement } from "./page-sql";
import type { Page } from "./queries";
import { type RankedKey, type RankedQuery, rankedStatement } from "./ranked-sql";
import { LAST_PLACE, LOOKED_THROUGH, likelyReaches, RANKED } from "./search-sql";
import { roundedBelow } from "./totals";
import { type Stopped, tried } from "./tried";

/** The place of what is older than the claims that are ranked. */
const OLDER = LAST_PLACE + 1;

/** `edge` parts what is ranked from what is older (null: everything is ranked), `seen` matches were ranked. */
type Cursor = RankedKey & { edge: string | null; seen: number };
type Older = Stopped & { id: string | null; place: Date };
type At = Pick<Ranked, "id" | "place" | "at">;
type Ranked = { id: string | null; place: number; at: Date; total: number; edge: Date | null };

/**
 * One page of what a search finds, best first: where all words of a search together stand in few claims, all of them are
 * ranked by the place of the words and by time. Else those among the RANKED claims that were changed last are, and
 * the others follow by time: no search reads more because a desk is older. Throws `invalid` for a cursor that is none.
 */
export async function rankedPage<Row>(query: RankedQuery, shape: Shape): Promise<Omit<Page<Row>, "similar">> {
  const backwards = query.before !== undefined && query.after === undefined;
  const cursor = cursorOf(query, backwards ? "before" : "after");
  const counts = query.search.most > RANKED ? await keptCounts(query) : [];
  const few = mostPassing(counts) <= RANKED && !cursor?.edge;
  const whole = query.search.most <= RANKED && !cursor?.edge;
  const driver = narrowest(query, counts)?.facet;
  const intersected = !few && !whole && (await isSoonerIntersected(query, counts));
  const wanted = query.limit + 1;
  const found: Array<Ranked & Row> = [];
  let [edge, seen] = [cursor?.edge ?? null, cursor?.seen ?? 0];
  let stopped: At | undefined;

  const takeRanked = async (key: RankedKey | null) => {
    const among = few ? "few" : whole ? "all" : { edge, driver, intersected };
    const part = { key, backwards, limit: wanted - found.length, shape };
    const { text, values } = rankedStatement(query, among, part);
    const rows = await prepared<Ranked & Row>(text, values, planFor(query));
    edge = rows[0]?.edge?.toISOString() ?? null;
    seen = rows[0]?.total ?? 0;
    found.push(...rows.filter(({ id }) => id !== null));
  };
  const takeOlder = async (key: RankedKey | null) => {
    if (edge === null || found.length === wanted) return;
    const unlike = query.search.equal ?? undefined;
    const older = { ...query, changedBy: edge, unlike, limit: query.limit - found.length };
    const reaches = query.search.sifted ? (["near"] as const) : likelyReaches(query.search);
    const ways = reaches.map((reach) => (driver ? { driver, reach } : { reach }));
    const tries = await tried<Older & Row>(older, olderPlace(key, backwards), ways, (at) =>
      rowsStatement(older, at, shape),
    );
    const rows = tries.at(-1) ?? [];
    const ranked = rows.map((row) => ({ ...row, at: row.place, place: OLDER, total: 0, edge: null }));
    found.push(...ranked.filter(({ id }) => id !== null));
    stopped = olderStop(rows[0]);
  };

  if (cursor?.place === OLDER) {
    await takeOlder(cursor);
    if (backwards && found.length < wanted && !stopped) await takeRanked(null);
  } else {
    await takeRanked(cursor);
    if (!backwards) await takeOlder(null);
  }
  const more = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  const at = (row: At | undefined) => (row ? cursorAt(row, edge, seen) : null);
  const begin = cursor ? at(rows[0] ?? stopped) : null;
  const end = at(more ? rows.at(-1) : stopped);
  if (backwards) rows.reverse();
  // What is older has been seen to its end where a first page had room for more.
  const all = edge === null || (!cursor && !more && !stopped);
  return {
    rows,
    search: query.search,
    ...(all
      ? { total: edge === null ? seen : rows.length, exact: true }
      : { total: roundedBelow(Math.max(seen, rows.length)), exact: false }),
    ...(stopped && { lookedThrough: LOOKED_THROUGH + (cursor ? 0 : RANKED) }),
    next: backwards ? begin : end,
    previous: backwards ? end : begin,
  };
}

/** The place among what is older at which the look for a page stopped. */
function olderStop({ stop_id: id, stop_place: at }: Stopped = {}): At | undefined {
  return id && at instanceof Date ? { id, at, place: OLDER } : undefined;
}

/** Whether fewer claims are likely to pass all facets than are walked past until so many do as are ranked. */
async function isSoonerIntersected(query: RankedQuery, counts: KeptCount[]): Promise<boolean> {
  if (facetsOf(query).length < 2) return false;
  const { intersected, passing, among, matching } = await likelyOf({ ...query, search: null }, counts);
  return intersected && passing < Math.min(among, (RANKED * among) / matching);
}

/** The order of what is older than the claims that are ranked, and where a page of it begins. */
export function olderPlace(key: RankedKey | null, backwards: boolean) {
  return {
    column: "updated_at",
    type: "timestamptz",
    direction: backwards ? ("ASC" as const) : ("DESC" as const),
    backwards,
    cursor: key && { value: key.at, id: key.id },
  };
}

function cursorAt({ place, at, id }: At, edge: string | null, seen: number): string {
  return encodeCursor("relevance", {
    value: [place, at.toISOString(), edge ?? "", seen].join(" "),
    id: id ?? "",
  });
}

function cursorOf(query: RankedQuery, path: "after" | "before"): Cursor | null {
  const text = query[path];
  if (text === undefined) return null;
  const { value, id } = decodeCursor(text, "relevance", path);
  const instant = String.raw`\d{4}-\d{2}-\d{2}T[\d:.]+Z`;
  const parts = new RegExp(`^([0-${OLDER}]) (${instant}) (${instant})? (\\d{1,9})$`).exec(String(value));
  const [, place, at = "", edge = "", seen] = parts ?? [];
  if (!parts || [at, edge].some((time) => time && Number.isNaN(Date.parse(time)))) throw badCursor(path);
  return { place: Number(place), at, id, edge: edge || null, seen: Number(seen) };
}
