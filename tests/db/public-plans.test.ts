import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT, countClaims, isFew, knownCount } from "@/lib/public/claims/count";
import { type ClaimQuery, claimQuerySchema, sortKeys } from "@/lib/public/claims/filters";
import { selectedPage, walkedPage } from "@/lib/public/claims/list";
import { orderOf } from "@/lib/public/claims/sort";
import { fromMatching, resolveFilter } from "@/lib/public/claims/where";
import { mostSorted, nodesOf, planModes, rowsRead, scannedWhole } from "@/tests/factories/plans";
import { fillProjection } from "@/tests/factories/published-table";
import { findClaims } from "@/tests/factories/reading";

const ROWS = 20_000;
const PAGE = 50;
const sorts = sortKeys.flatMap((key) => [key, `-${key}` as const]);

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

/** The query of a page, and that of the page behind it. */
async function pagesOf(asked: Record<string, string | string[]>): Promise<ClaimQuery[]> {
  const first = claimQuerySchema.parse(asked);
  const { next } = await findClaims(first);
  return next ? [first, claimQuerySchema.parse({ ...asked, after: next })] : [first];
}

async function statementOf(query: ClaimQuery) {
  const filter = await resolveFilter(query);
  const statement = isFew(await countClaims(filter)) ? selectedPage : walkedPage;
  return statement(filter, orderOf(filter, "en"), "document");
}

const inOrder: Array<Record<string, string>> = [
  ...sorts.map((sort) => ({ sort })),
  ...["-updated", "updated"].flatMap(
    (sort): Array<Record<string, string>> => [
      { sort, status: "verified" },
      { sort, claimant: "claimant-0" },
      { sort, publisher: "publisher-1" },
      { sort, language: "ar" },
      { sort, topic: "topic-3" },
      { sort, from: "2020-06" },
      { sort, topic: "topic-3", from: "2020-05", to: "2020-06" },
    ],
  ),
  // What the filter fixes is no order: these stand by the time of their last change.
  { sort: "claimant", claimant: "claimant-0" },
  { sort: "-publisher", publisher: "publisher-1" },
  { sort: "rating", status: "verified" },
  { sort: "published", status: "unchecked" },
  { sort: "-published", status: "verified" },
];

describe("a page that an index has in its order", () => {
  test.each(inOrder)(
    "is read alone, whether the plan is cached or not: %o",
    { timeout: 60_000 },
    async (asked) => {
      for (const query of await pagesOf(asked)) {
        const filter = await resolveFilter(query);
        const statement = walkedPage(filter, orderOf(filter, "en"), "document");
        for (const mode of planModes) {
          const nodes = await nodesOf(mode, statement);
          expect(scannedWhole(nodes)).toEqual([]);
          expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual(PAGE + 1);
          expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(3 * (PAGE + 1));
        }
      }
    },
  );

  test("far behind the first costs what the first costs", async () => {
    const end = Buffer.from(JSON.stringify(["updated", "2999-01-01T00:00:00.000Z", "z"])).toString(
      "base64url",
    );
    const filter = await resolveFilter(claimQuerySchema.parse({ sort: "updated", before: end }));
    const nodes = await nodesOf("force_generic_plan", walkedPage(filter, orderOf(filter, "en"), "document"));
    expect(rowsRead(nodes)).toBeLessThanOrEqual(3 * (PAGE + 1));
  });
});

test("of 150 questions with any filters together, none reads more than the claims that are counted", {
  timeout: 240_000,
}, async () => {
  const of = (...values: Array<string | string[]>) => fc.constantFrom(...values);
  const question = fc.record(
    {
      status: of("false", "disputed", "unchecked", ["verified", "unproven"], ["false", "unchecked"]),
      topic: of("topic-1", "topic-3", "topic-8", ["topic-2", "topic-59"]),
      claimant: of("claimant-0", "claimant-1", ["claimant-0", "claimant-7"]),
      publisher: of("publisher-0", "publisher-1"),
      language: of("en", "ar"),
      from: of("2020-03", "2020-11"),
      to: of("2020-12", "2021-04"),
      q: of("everywhere", "third", "seldom", "former third", '"claim 17"', "third -seldom", "$6M"),
      sort: of(...sorts),
    },
    { requiredKeys: ["sort"] },
  );
  for (const asked of fc.sample(question, { seed: 17, numRuns: 150 })) {
    const query = claimQuerySchema.parse(asked);
    const nodes = await nodesOf("force_custom_plan", await statementOf(query));
    expect(scannedWhole(nodes), JSON.stringify(asked)).toEqual([]);
    expect(rowsRead(nodes), JSON.stringify(asked)).toBeLessThanOrEqual(3 * COUNT_LIMIT);
  }
});

test("of two filters that no claim passes, no claim is read", async () => {
  const query = claimQuerySchema.parse({ claimant: "claimant-0", publisher: "publisher-1" });
  expect((await findClaims(query)).rows).toEqual([]);
  expect(rowsRead(await nodesOf("force_custom_plan", await statementOf(query)))).toBe(0);
});

// 20,000 claims, a third of them in Arabic; one of each 37 minutes from 2020-01-01 on.
test.each<[Record<string, string>, boolean]>([
  [{ q: "everywhere" }, true],
  [{ q: "everywhere", language: "en" }, true],
  [{ q: "everywhere", from: "2020-03" }, true],
  [{ language: "en", to: "2021-03" }, true],
  [{ language: "en", from: "2020-01-10", to: "2021-05" }, true],
  // More than 10,000 of them match too, which has to be counted.
  [{ q: "everywhere -seldom" }, false],
  // Half of all claims, and of Arabic ones fewer.
  [{ q: "everywhere", from: "2020-09-20" }, false],
  [{ language: "ar", q: "everywhere" }, false],
  [{ language: "en", from: "2020-07" }, false],
])("how many match %o is certain without counting: %s", async (asked, isCertain) => {
  const filter = await resolveFilter(claimQuerySchema.parse(asked));
  const [row] = await query<{ count: number }>(sql`SELECT count(*)::int AS count ${fromMatching(filter)}`);
  const count = row?.count ?? 0;
  expect(await countClaims(filter)).toEqual({
    total: Math.min(count, 10_000),
    exact: count <= 10_000,
  });
  expect(await knownCount(filter)).toEqual(isCertain ? { total: 10_000, exact: false } : null);
});
