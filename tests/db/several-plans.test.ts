import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/pool";
import { encodeCursor } from "@/lib/public/cursor";
import { claimQuerySchema, sortKeys } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement } from "@/lib/public/page-sql";
import { listClaims } from "@/lib/public/queries";
import { LOOKED_THROUGH, RANKED } from "@/lib/public/search-sql";
import { goesOn, planOf } from "@/lib/public/tried";
import { waysOf } from "@/lib/public/ways";
import { mostSorted, nodesOf, planModes, rowsRead, scannedWhole } from "@/tests/factories/plans";
import { fillProjection } from "@/tests/factories/published-table";

const ROWS = 20_000;
const PAGE = 50;
const sorts = sortKeys.flatMap((key) => [key, `-${key}` as const]);

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

/** What is tried for a page, one after the other, until it is full: the plan of each, also as it is kept, where it may be. */
async function plansOf(asked: Record<string, string>) {
  const query = { ...claimQuerySchema.parse(asked), search: null };
  const place = placeOf(query, "en");
  const { rows, next } = await listClaims(query);
  const tried = [];
  for (const way of await waysOf(query, place)) {
    const statement = pageStatement(query, { ...place, ...way }, "document");
    const modes =
      planOf(query, { ...place, ...way }) === "kept" ? planModes : (["force_custom_plan"] as const);
    const plans = await Promise.all(modes.map((mode) => nodesOf(mode, statement)));
    tried.push(...plans.map((nodes) => ({ way, nodes })));
    const found = await pool().query(statement);
    if (found.rows.length > PAGE || !goesOn(found.rows, { ...place, ...way })) break;
  }
  return { tried, shown: rows.length, next };
}

describe.each<Record<string, string>>([
  { status: "false", topic: "topic-3" },
  { status: "false", claimant: "claimant-0" },
  { status: "verified", language: "ur" },
  { language: "ar", topic: "topic-59" },
  { language: "en", topic: "topic-3" },
  { language: "en", topic: "topic-2,topic-3" },
  { language: "en", status: "false,disputed" },
  { topic: "topic-1,topic-3", status: "false,disputed" },
  { claimant: "claimant-0", publisher: "publisher-1" },
  { claimant: "claimant-0", topic: "topic-5" },
  { publisher: "publisher-0", topic: "topic-5,topic-59" },
  { status: "verified,unproven", topic: "topic-3", language: "en" },
  { claimant: "claimant-0,claimant-399", status: "unchecked" },
  { claimant: "nobody", status: "verified" },
])("a page under several filters, %o,", (filter) => {
  test.each(sorts)("by %s reads no more than twenty pages", { timeout: 120_000 }, async (sort) => {
    const first = await plansOf({ ...filter, sort });
    const then = first.next ? (await plansOf({ ...filter, sort, after: first.next })).tried : [];
    for (const { way, nodes } of [...first.tried, ...then]) {
      expect(scannedWhole(nodes)).toEqual([]);
      expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
      expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual(
        way.reach === "all" ? RANKED : 2 * (PAGE + 1),
      );
    }
  });
});

test("of 150 questions with any filters together, none reads more than twenty pages", {
  timeout: 240_000,
}, async () => {
  const of = (...values: string[]) => fc.constantFrom(...values);
  const question = fc.record(
    {
      status: of("false", "disputed", "unchecked", "verified,unproven", "false,unchecked"),
      topic: of("topic-1", "topic-3", "topic-8", "topic-2,topic-59"),
      claimant: of("claimant-0", "claimant-1", "claimant-0,claimant-7"),
      publisher: of("publisher-0", "publisher-1"),
      language: of("en", "ar"),
      from: of("2020-03", "2020-11"),
      to: of("2020-12", "2021-04"),
      sort: of(...sorts),
    },
    { requiredKeys: ["sort"] },
  );
  for (const asked of fc.sample(question, { seed: 17, numRuns: 150 })) {
    const { tried } = await plansOf(asked);
    for (const { nodes } of tried) {
      expect(scannedWhole(nodes), JSON.stringify(asked)).toEqual([]);
      expect(rowsRead(nodes), JSON.stringify(asked)).toBeLessThanOrEqual(20 * PAGE);
    }
  }
});

test("of two filters that few claims pass, no other claim is read", async () => {
  const { tried, shown } = await plansOf({ claimant: "claimant-0", publisher: "publisher-1" });
  expect(shown).toBe(0);
  expect(tried.map(({ nodes }) => rowsRead(nodes))).toEqual([0]);
});

describe("a span of days", () => {
  test.each(sorts.filter((sort) => !sort.endsWith("published")))(
    "by %s is walked to, where many claims are of these days",
    { timeout: 120_000 },
    async (sort) => {
      const { tried, shown } = await plansOf({ from: "2020-06", sort });
      expect(shown).toBe(PAGE);
      expect(new Set(tried.map(({ way }) => way)).size).toBe(1);
      for (const { nodes } of tried) {
        expect(scannedWhole(nodes)).toEqual([]);
        expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual(PAGE + 1);
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
      }
    },
  );

  test.each(["claim", "-claim", "claimant", "-claimant", "publisher", "-publisher"])(
    "that is short, by %s, is looked up in a stretch of the order",
    async (sort) => {
      const days = { from: "2020-06", to: "2020-06", sort };
      const first = await plansOf(days);
      const { tried } = first.next ? await plansOf({ ...days, after: first.next }) : first;
      for (const { way, nodes } of [...first.tried, ...tried]) {
        expect(way.stretch).toBeDefined();
        expect(scannedWhole(nodes)).toEqual([]);
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
      }
    },
  );

  test.each<Record<string, string>>([
    { status: "false" },
    { status: "false,disputed", language: "en" },
    { status: "false", topic: "topic-3" },
  ])("with %o, in the order of publication, is where the walk begins", async (filter) => {
    const days = { from: "2020-05", to: "2020-09" };
    for (const sort of ["published", "-published"]) {
      const { tried, shown } = await plansOf({ ...filter, ...days, sort });
      expect(shown).toBe(PAGE);
      for (const { nodes } of tried) expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
    }
  });

  test.each<Record<string, string>>([{}, { topic: "topic-3" }, { topic: "topic-3", status: "false" }])(
    "with %o, in the order of time, is where the walk begins",
    async (filter) => {
      const { tried, shown } = await plansOf({ ...filter, from: "2020-05", to: "2020-06", sort: "updated" });
      expect(shown).toBe(PAGE);
      for (const { nodes } of tried) expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
    },
  );

  test.each<Record<string, string>>([{}, { language: "en" }])(
    "with %o, of which no claim is near: so many are looked through, and then all of these days",
    async (filter) => {
      const behindUnpublished = encodeCursor("published", { value: "1970-01-01T00:00:00.000Z", id: "z" });
      const { tried, shown } = await plansOf({
        ...filter,
        from: "2021-04",
        sort: "published",
        after: behindUnpublished,
      });
      expect(shown).toBe(PAGE);
      expect([...new Set(tried.map(({ way }) => way.reach))]).toEqual(["near", "all"]);
      for (const { way, nodes } of tried) {
        expect(scannedWhole(nodes)).toEqual([]);
        // Near, as many entries of the index more, to know where it stopped.
        const most = way.reach === "near" ? 2 * LOOKED_THROUGH : 60 * 24 * (60 / 37);
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(most + 2 * PAGE);
      }
    },
  );
});

test("a page that ends with its order is not looked for any further", async () => {
  const end = encodeCursor("-updated", { value: "2020-01-03T00:00:00.000Z", id: "z" });
  const { tried, shown } = await plansOf({
    language: "en",
    status: "false,disputed",
    sort: "-updated",
    after: end,
  });
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(PAGE);
  expect(tried.map(({ way }) => way.reach)).toEqual(["near"]);
});
