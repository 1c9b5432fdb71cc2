import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/pool";
import { sought } from "@/lib/public/conditions";
import { decodeCursor, encodeCursor } from "@/lib/public/cursor";
import { facetsStatement, sourceOf } from "@/lib/public/facets-sql";
import { type ClaimQuery, claimQuerySchema, sortKeys } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement, rowsStatement } from "@/lib/public/page-sql";
import { listClaims } from "@/lib/public/queries";
import { olderPlace } from "@/lib/public/ranked";
import { type RankedQuery, rankedStatement } from "@/lib/public/ranked-sql";
import { LOOKED_THROUGH, RANKED } from "@/lib/public/search-sql";
import { waysOf } from "@/lib/public/ways";
import {
  allNodesOf,
  blocksTouched,
  mostSorted,
  nodesOf,
  planModes,
  rowsRead,
  scannedWhole,
} from "@/tests/factories/plans";
import { fillProjection } from "@/tests/factories/published-table";

const ROWS = 20_000;
const PAGE = 50;

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

const filters: Array<Record<string, string>> = [
  {},
  { status: "verified" },
  { status: "verified,unproven" },
  { topic: "topic-3" },
  { topic: "topic-59" },
  { topic: "topic-59,topic-2" },
  { claimant: "claimant-0" },
  { claimant: "claimant-399" },
  { claimant: "claimant-0,claimant-399" },
  { publisher: "publisher-1" },
  { language: "ar" },
  { language: "ur" },
  { article: "article-77" },
];
const sorts = sortKeys.flatMap((key) => [key, `-${key}` as const]);

describe.each(filters)("a page of %o", (filter) => {
  test.each(sorts)("by %s reads what it shows", { timeout: 120_000 }, async (sort) => {
    const first = claimQuerySchema.parse({ ...filter, sort });
    const page = await listClaims(first);
    const middle = page.next ? [claimQuerySchema.parse({ ...filter, sort, after: page.next })] : [];
    for (const query of [first, ...middle]) {
      for (const mode of planModes) {
        const nodes = await nodesOf(
          mode,
          pageStatement({ ...query, search: null }, placeOf(query, "en"), "document"),
        );
        const values = Math.max(1, ...Object.values(filter).map((value) => value.split(",").length));
        expect(scannedWhole(nodes)).toEqual([]);
        expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual((PAGE + 1) * values);
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * Math.max(page.rows.length, 1));
      }
    }
  });
});

test.each(sorts)(
  "a page by %s far behind in a filter's rows passes none of those before it",
  async (sort) => {
    const filter = { language: "en" };
    const turned = sort.startsWith("-") ? sort.slice(1) : `-${sort}`;
    const { next } = await listClaims(claimQuerySchema.parse({ ...filter, sort: turned }));
    const { value, id } = decodeCursor(next ?? "", turned, "after");
    const query = claimQuerySchema.parse({ ...filter, sort, after: encodeCursor(sort, { value, id }) });
    for (const mode of planModes) {
      const statement = pageStatement({ ...query, search: null }, placeOf(query, "en"), "document");
      expect(blocksTouched(await nodesOf(mode, statement)), "blocks touched").toBeLessThanOrEqual(PAGE + 20);
    }
  },
);

test("the last page costs what the first costs", { timeout: 60_000 }, async () => {
  const { previous } = await listClaims(claimQuerySchema.parse({ sort: "updated" }));
  expect(previous).toBeNull();
  const last = await listClaims(claimQuerySchema.parse({ sort: "-updated" }));
  const query = claimQuerySchema.parse({ sort: "updated", before: (await endOf(last.rows.length)).cursor });
  const nodes = await nodesOf(
    "force_generic_plan",
    pageStatement({ ...query, search: null }, placeOf(query, "en"), "document"),
  );
  expect(rowsRead(nodes)).toBeLessThanOrEqual(20 * PAGE);
});

/** A cursor behind everything. */
async function endOf(limit: number) {
  const cursor = Buffer.from(JSON.stringify(["updated", "2999-01-01T00:00:00.000Z", "z"])).toString(
    "base64url",
  );
  return { cursor, limit };
}

describe("what filters offer", () => {
  test.each<Record<string, string>>([{}, { status: "verified" }, { topic: "topic-3" }, { language: "ar" }])(
    "under %o is read from kept counts",
    { timeout: 60_000 },
    async (filter) => {
      const query = claimQuerySchema.parse(filter);
      for (const mode of planModes) {
        const nodes = await nodesOf(
          mode,
          facetsStatement(
            { ...query, search: null },
            (name) => sourceOf({ ...query, search: null }, name),
            {},
            () => ({ most: 20 }),
          ),
        );
        expect(nodes.filter((node) => node["Relation Name"]?.startsWith("public_claim"))).toEqual([]);
        expect(rowsRead(nodes)).toBeLessThanOrEqual(20 * 4 * 50);
      }
    },
  );
});

describe("what a search reads", () => {
  const lookedUp = async (query: Record<string, string>) =>
    (await sought<ClaimQuery>(claimQuerySchema.parse(query))) as RankedQuery;
  const older = (query: RankedQuery, reach: "near" | "all") =>
    rowsStatement(
      { ...query, changedBy: "2030-01-01T00:00:00.000Z" },
      { ...olderPlace(null, false), reach },
      "document",
    );
  const part = { key: null, backwards: false, limit: PAGE + 1, shape: "document" } as const;

  test.each<Record<string, string>>([
    { q: "seldom" },
    { q: "seldom third" },
    { q: "seldo" },
    { q: "seldom", status: "verified" },
  ])("%o, words that few claims have: these claims", { timeout: 60_000 }, async (asked) => {
    const query = await lookedUp(asked);
    expect(query.search.most).toBeLessThanOrEqual(ROWS / 100);
    for (const mode of planModes) {
      const nodes = await nodesOf(mode, rankedStatement(query, "all", part));
      expect(scannedWhole(nodes)).toEqual([]);
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
      expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual(query.search.most);
    }
  });

  test.each<Record<string, string>>([
    { q: "everywhere" },
    { q: "third" },
    { q: "everywhere third", status: "verified" },
  ])(
    "%o, words that many claims have: those changed last, then page by page",
    { timeout: 60_000 },
    async (asked) => {
      const query = await lookedUp(asked);
      for (const mode of planModes) {
        const ranked = await nodesOf(mode, rankedStatement(query, { edge: null }, part));
        expect(scannedWhole(ranked)).toEqual([]);
        expect(rowsRead(ranked), "rows read").toBeLessThanOrEqual(RANKED + 2 * PAGE);
        const others = await nodesOf(mode, older(query, "near"));
        expect(scannedWhole(others)).toEqual([]);
        expect(mostSorted(others), "rows sorted").toBeLessThanOrEqual(PAGE + 1);
        expect(rowsRead(others), "rows read").toBeLessThanOrEqual(20 * PAGE);
      }
    },
  );

  test("words that many claims have, within a topic: the claims of the topic that were changed last", async () => {
    const query = await lookedUp({ q: "everywhere", topic: "topic-3" });
    for (const mode of planModes) {
      const nodes = await nodesOf(mode, rankedStatement(query, { edge: null, driver: "topic" }, part));
      expect(scannedWhole(nodes)).toEqual([]);
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(2 * RANKED + 2 * PAGE);
    }
  });

  test("words that many claims have, of somebody who made few: these few", async () => {
    const query = await lookedUp({ q: "everywhere", claimant: "claimant-399" });
    const found = await pool().query("SELECT FROM public_claim WHERE claimant_key = 'claimant-399'");
    for (const mode of planModes) {
      const nodes = await nodesOf(mode, rankedStatement(query, "few", part));
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual((found.rowCount ?? 0) + PAGE + 1);
    }
    const page = await listClaims(claimQuerySchema.parse({ q: "everywhere", claimant: "claimant-399" }));
    expect(page).toMatchObject({ total: found.rowCount, exact: true });
  });

  test("an edge from long ago, whoever named it: no more than is ranked", async () => {
    const query = await lookedUp({ q: "everywhere" });
    for (const mode of planModes) {
      const nodes = await nodesOf(mode, rankedStatement(query, { edge: "1970-01-01T00:00:00.000Z" }, part));
      expect(scannedWhole(nodes)).toEqual([]);
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(RANKED + 2 * PAGE);
    }
  });

  test.each(["-updated", "-claim"])(
    "words that many claims have, none of the next by %s: so many are looked through, and then all that match",
    async (sort) => {
      const query = await lookedUp({ q: "former", sort });
      for (const mode of planModes) {
        const near = pageStatement(query, { ...placeOf(query, "en"), reach: "near" }, "document");
        const nodes = await nodesOf(mode, near);
        expect(scannedWhole(nodes)).toEqual([]);
        // And as many entries of the index, to know where it stopped.
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(2 * LOOKED_THROUGH + 2 * PAGE);
      }
      expect((await listClaims(claimQuerySchema.parse({ q: "former", sort }))).rows).toHaveLength(PAGE);
    },
  );

  test.each<Record<string, string>>([
    { q: "$6M" },
    { q: "$6M", sort: "claim" },
    { q: "$6M", topic: "topic-3" },
    { q: "6 million dollars", status: "false", language: "en" },
    { q: "$6M year:2020" },
  ])("%o, a quantity that few claims name: these claims, also to count them", async (asked) => {
    const query = await lookedUp(asked);
    const place = placeOf(query, "en");
    for (const way of await waysOf(query, place)) {
      const nodes = await allNodesOf("force_custom_plan", pageStatement(query, { ...place, ...way }, "row"));
      expect(scannedWhole(nodes)).toEqual([]);
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(5 * (ROWS / 1000));
    }
  });

  test.each<Record<string, string>>([
    { q: "year:2020" },
    { q: "year:2020", sort: "-claim" },
    { q: "year:2020", status: "verified" },
    { q: "year:2020", sort: "-updated", topic: "topic-3" },
    { q: "year:2020 everywhere", sort: "-updated" },
  ])("%o, which many claims have, none of the last: so many are looked through", async (asked) => {
    const query = await lookedUp(asked);
    const place = placeOf(query, "en");
    const ways = await waysOf(query, place);
    expect(ways.map(({ reach }) => reach)).toEqual(["near", "all"]);
    const near = await nodesOf("force_custom_plan", pageStatement(query, { ...place, ...ways[0] }, "row"));
    expect(scannedWhole(near)).toEqual([]);
    expect(rowsRead(near), "rows read").toBeLessThanOrEqual(2 * LOOKED_THROUGH + 2 * PAGE);
    expect((await listClaims(claimQuerySchema.parse(asked))).rows).toHaveLength(PAGE);
  });

  test("words that many claims have, but none of the last: the claims that match", async () => {
    const query = await lookedUp({ q: "former third" });
    for (const mode of planModes) {
      const nodes = await nodesOf(mode, older(query, "all"));
      expect(scannedWhole(nodes)).toEqual([]);
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(4000 / 3 + 20 * PAGE);
    }
  });
});
