import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/pool";
import { claimQuerySchema } from "@/lib/public/filters";
import { edgesOf } from "@/lib/public/order-bounds";
import { placeOf } from "@/lib/public/orders";
import { rowsStatement } from "@/lib/public/page-sql";
import { listClaims } from "@/lib/public/queries";
import { stretchesOf } from "@/lib/public/stretches";
import { type Stopped, tried } from "@/lib/public/tried";
import { fillProjection } from "@/tests/factories/published-table";

const PAGE = 50;

beforeAll(() => fillProjection(pool(), 20_000), 240_000);

/** A page and one more as stretches of its order have it, the next tried where it is not full, and how many there were. */
async function pageThroughStretches(asked: Record<string, string>, matching: number) {
  const query = { ...claimQuerySchema.parse(asked), search: null };
  const place = placeOf(query, "en");
  const edges = await edgesOf(query, undefined, place);
  const stretches = await stretchesOf(query, place, { matching, share: 1, edges });
  const ways = stretches.map((stretch) => ({ reach: "all" as const, stretch }));
  const tries = await tried<Stopped & { id: string }>(query, place, [...ways, { reach: "all" }], (at) =>
    rowsStatement(query, at, "document"),
  );
  return { ids: (tries.at(-1) ?? []).map(({ id }) => id), stretches: stretches.length };
}

const filters: Array<[Record<string, string>, string]> = [
  [{ status: "false", topic: "topic-3" }, "status = 'false' AND 'topic-3' = ANY (topics)"],
  [{ status: "unchecked", language: "en" }, "status = 'unchecked' AND language = 'en'"],
  [{ status: "false,unchecked", language: "ar" }, "status IN ('false', 'unchecked') AND language = 'ar'"],
  [{ claimant: "claimant-0", status: "verified" }, "claimant_key = 'claimant-0' AND status = 'verified'"],
  [
    { claimant: "claimant-0,claimant-1", language: "en" },
    "claimant_key IN ('claimant-0', 'claimant-1') AND language = 'en'",
  ],
  [
    { publisher: "publisher-0", topic: "topic-2,topic-3" },
    "publisher = 'publisher-0' AND topics && ARRAY['topic-2', 'topic-3']",
  ],
  [
    { status: "disputed", from: "2020-05", to: "2020-09" },
    "status = 'disputed' AND updated_at >= timestamptz '2020-05-01Z' AND updated_at < timestamptz '2020-10-01Z'",
  ],
  [
    { topic: "topic-1,topic-3", to: "2020-09" },
    "topics && ARRAY['topic-1', 'topic-3'] AND updated_at < timestamptz '2020-10-01Z'",
  ],
];
const sorts = ["updated", "published", "claim", "claimant", "publisher", "rating", "evidence"].flatMap(
  (key) => [key, `-${key}`],
);

describe.each(filters)("what %o leaves, looked up in stretches", (filter, condition) => {
  test.each(sorts)("is page after page what matches, by %s", { timeout: 60_000 }, async (sort) => {
    const { column, direction } = placeOf(claimQuerySchema.parse({ sort }), "en");
    const { rows } = await pool().query<{ claim_id: string }>(
      `SELECT claim_id FROM public_claim WHERE ${condition} ORDER BY ${column} ${direction}, claim_id ${direction}`,
    );
    const matching = rows.map(({ claim_id }) => claim_id);
    const after: Array<Record<string, string>> = [{}];
    for (const page of [0, 1, 2]) {
      const asked = { ...filter, sort, ...after[page] };
      const { ids, stretches } = await pageThroughStretches(asked, matching.length);
      expect(stretches).toBeGreaterThan(0);
      expect(ids).toEqual(matching.slice(page * PAGE, (page + 1) * PAGE + 1));
      after.push({ after: (await listClaims(claimQuerySchema.parse(asked))).next ?? "" });
    }
    const back = await pageThroughStretches(
      { ...filter, sort, before: after[1]?.after ?? "" },
      matching.length,
    );
    expect(back.ids).toEqual(matching.slice(0, PAGE - 1).toReversed());
  });
});
