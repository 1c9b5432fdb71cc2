import { beforeAll, expect, test } from "vitest";
import { pool, readers } from "@/lib/db/pool";
import { sought } from "@/lib/public/conditions";
import { listFacets } from "@/lib/public/facets";
import { type ClaimQuery, claimQuerySchema } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement } from "@/lib/public/page-sql";
import { listRows } from "@/lib/public/queries";
import { type RankedQuery, rankedStatement } from "@/lib/public/ranked-sql";
import { fillProjection } from "@/tests/factories/published-table";

/** PostgreSQL keeps one plan after so many, if it takes it for no dearer than those for the values. */
const MADE_ANEW = 5;
const RUNS = 8;

beforeAll(() => fillProjection(pool(), 20_000), 240_000);

const paged = async (asked: Record<string, string>) => {
  const query = await sought<ClaimQuery>(claimQuerySchema.parse(asked));
  return pageStatement(query, placeOf(query, "en"), "row");
};
const ranked = (among: "all" | { edge: null }) => async (asked: Record<string, string>) => {
  const query = (await sought<ClaimQuery>(claimQuerySchema.parse(asked))) as RankedQuery;
  return rankedStatement(query, among, { key: null, backwards: false, limit: 51, shape: "row" });
};
const day = (n: number) => `2026-03-0${n + 1}`;
const statuses = ["verified", "false", "disputed", "needs_context", "unproven", "unchecked", "retracted"];

test.each<[string, typeof paged, (n: number) => Record<string, string>]>([
  ["one value", paged, (n) => ({ claimant: `claimant-${n * 40}` })],
  ["one value, by another column", paged, (n) => ({ status: statuses[n] ?? "verified", sort: "claim" })],
  ["a topic", paged, (n) => ({ topic: `topic-${n * 7}`, sort: "-published" })],
  ["several values", paged, (n) => ({ publisher: `publisher-${n},publisher-${n + 40}` })],
  ["words that few claims have", ranked("all"), (n) => ({ q: "seldom", to: day(n) })],
  ["words that many claims have", ranked({ edge: null }), (n) => ({ q: "everywhere", to: day(n) })],
])("the plan for %s is made a few times, and then kept for every value", async (_, statementOf, asked) => {
  const client = await pool().connect();
  try {
    for (let n = 0; n < RUNS; n++) await client.query({ name: "asked", ...(await statementOf(asked(n))) });
    const { rows } = await client.query(
      "SELECT custom_plans::int AS made, generic_plans::int AS kept FROM pg_prepared_statements WHERE name = 'asked'",
    );
    expect(rows).toEqual([{ made: MADE_ANEW, kept: RUNS - MADE_ANEW }]);
  } finally {
    client.release(true);
  }
});

test("no plan for several filters is kept: which of them to begin with depends on the values", async () => {
  for (let n = 0; n < RUNS; n++) {
    const query = claimQuerySchema.parse({ status: statuses[n % 6], language: "en", from: "2020" });
    expect((await listRows(query)).rows).not.toEqual([]);
    await listFacets(query);
  }
  const { rows } = await readers().query(
    "SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%public_claim AS c%'",
  );
  expect(rows).toEqual([]);
});

test("readers do not wait for connections that the desk and exports hold", async () => {
  const held = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()));
  try {
    expect((await listRows(claimQuerySchema.parse({}))).rows).toHaveLength(50);
  } finally {
    for (const client of held) client.release();
  }
});
