import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/pool";
import { drawClaimTable } from "@/lib/pages/claim-table/content";
import { readTablePage } from "@/lib/pages/claim-table/read";
import { sought } from "@/lib/public/conditions";
import { listFacets } from "@/lib/public/facets";
import { claimQuerySchema } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement } from "@/lib/public/page-sql";
import { listRecords, listRows } from "@/lib/public/queries";
import { LOOKED_THROUGH } from "@/lib/public/search-sql";
import { waysOf } from "@/lib/public/ways";
import { allNodesOf, rowsRead, scannedWhole } from "@/tests/factories/plans";
import { fillProjection } from "@/tests/factories/published-table";

const ROWS = 24_000;

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

const slugOf = (record: string) => /"slug":"(.*?)"/.exec(record)?.[1] ?? "";

/** All pages one behind the other, from either end. */
async function pagesOf(asked: Record<string, string>, way: "after" | "before", from?: string) {
  const pages = [];
  for (let cursor = from; ; ) {
    const page = await listRecords(
      claimQuerySchema.parse({ limit: "200", ...asked, ...(cursor && { [way]: cursor }) }),
      "",
    );
    pages.push({ ...page, slugs: page.rows.map(slugOf) });
    const next = way === "after" ? page.next : page.previous;
    if (next === null) return pages;
    cursor = next;
  }
}

async function slugsWhere(condition: string, order: string): Promise<string[]> {
  const { rows } = await pool().query<{ slug: string }>(
    `SELECT slug FROM public_claim WHERE ${condition} ORDER BY ${order}`,
  );
  return rows.map(({ slug }) => slug);
}

const of2020 = "updated_at < '2021-01-01'";

describe.each<[Record<string, string>, string]>([
  [{ q: "-everywhere" }, "false"],
  [{ q: '"everywhere claim"' }, "false"],
  [{ q: '"former everywhere"' }, "false"],
  [{ q: "everywhere -year:2020", status: "false" }, `NOT ${of2020} AND status = 'false'`],
  [{ q: "-year:2020" }, `NOT ${of2020}`],
  [{ q: "-year:2021 status:disputed" }, `${of2020} AND status = 'disputed'`],
  [{ q: "-year:2020", language: "en" }, `NOT ${of2020} AND language = 'en'`],
  [
    { q: "-year:2021", topic: "topic-3", language: "en" },
    `${of2020} AND 'topic-3' = ANY (topics) AND language = 'en'`,
  ],
])("what is seen in each claim alone, %o,", (asked, condition) => {
  test.each([
    ["updated", "updated_at, claim_id"],
    ["-updated", "updated_at DESC, claim_id DESC"],
    ["claim", "claim_en, claim_id"],
    ["rating", "status_rank, claim_id"],
  ])("by %s: pages have all of it in both directions", { timeout: 120_000 }, async (sort, order) => {
    const expected = await slugsWhere(condition, order);
    const forwards = await pagesOf({ ...asked, sort }, "after");
    expect(forwards.flatMap(({ slugs }) => slugs)).toEqual(expected);
    for (const { total, exact, slugs } of forwards) {
      if (exact) expect(total).toBe(expected.length);
      else expect(total).toBeLessThanOrEqual(expected.length);
      expect(total).toBeGreaterThanOrEqual(slugs.length - 1 - (slugs.length % 10));
    }
    const end = forwards.at(-2)?.next ?? undefined;
    if (!end) return;
    const backwards = await pagesOf({ ...asked, sort }, "before", end);
    // A cursor is at the last claim of a full page, and else at one that was left out.
    const last = forwards.at(-2)?.lookedThrough ? undefined : forwards.at(-2)?.slugs.at(-1);
    const before = expected.slice(0, expected.length - (forwards.at(-1)?.slugs.length ?? 0));
    expect(backwards.toReversed().flatMap(({ slugs }) => slugs)).toEqual(
      before.filter((slug) => slug !== last),
    );
  });
});

describe.each<[Record<string, string>, string]>([
  [{ q: '"everywhere claim"' }, "false"],
  [{ q: "everywhere -year:2021" }, of2020],
  [
    { q: "everywhere -year:2020", status: "disputed,false" },
    `NOT ${of2020} AND status IN ('disputed', 'false')`,
  ],
  [{ q: '"claim 17"' }, "slug = 'slug-17'"],
])("the best matches of %o", (asked, condition) => {
  test("are on pages that have all of them in both directions", { timeout: 120_000 }, async () => {
    const expected = (await slugsWhere(condition, "slug")).sort();
    const forwards = await pagesOf(asked, "after");
    expect(forwards.flatMap(({ slugs }) => slugs).sort()).toEqual(expected);
    const last = forwards.at(-1);
    if (!last?.previous) return;
    const backwards = await pagesOf(asked, "before", last.previous);
    expect([...backwards.flatMap(({ slugs }) => slugs), ...last.slugs].sort()).toEqual(expected);
  });
});

test("a page that ends where the best matches end leads on to the others", async () => {
  const asked = { q: "former OR seldom", limit: "10" };
  const first = await listRows(claimQuerySchema.parse(asked));
  expect(first.rows).toHaveLength(10);
  const second = await listRows(claimQuerySchema.parse({ ...asked, after: first.next }));
  expect(second.rows).toHaveLength(10);
});

test("a page on which nothing was found says how far was looked, and leads on and back", async () => {
  const asked = { q: "-year:2020", sort: "updated" };
  const first = await readTablePage(claimQuerySchema.parse(asked), "en");
  expect(first).toMatchObject({
    rows: [],
    exact: false,
    lookedThrough: LOOKED_THROUGH,
    previous: null,
  });
  const second = await listRows(claimQuerySchema.parse({ ...asked, after: first.next }));
  expect(second).toMatchObject({ rows: [], lookedThrough: LOOKED_THROUGH });
  const third = await listRows(claimQuerySchema.parse({ ...asked, after: second.next }));
  expect(third.rows).toHaveLength(50);
  expect(third.lookedThrough).toBeUndefined();
  const again = await listRows(claimQuerySchema.parse({ ...asked, before: third.previous }));
  expect(again.rows).toHaveLength(0);
  expect(again.next).not.toBeNull();
});

test.each([
  ["en", "None among the 5,000 claims looked through", "Not all claims looked through yet"],
  ["ar", "لا ادعاء مطابقًا بين 5,000 ادعاء فُحصت", "لم تُفحص كل الادعاءات بعد"],
] as const)("the table tells so, in %s, and what to do next", async (locale, title, count) => {
  const drawn = (await drawClaimTable(locale, { q: "-everywhere" })).join("");
  expect(drawn).toContain(title);
  expect(drawn).toContain(count);
  expect(drawn).toContain('rel="next"');
});

test("an empty page in the middle is no reason to begin anew", async () => {
  const first = await readTablePage(claimQuerySchema.parse({ q: "-everywhere" }), "en");
  const second = await readTablePage(claimQuerySchema.parse({ q: "-everywhere", after: first.next }), "en");
  expect(second).toMatchObject({ rows: [], lookedThrough: LOOKED_THROUGH });
  expect(second.next).not.toBe(first.next);
});

test.each<Record<string, string>>([
  { q: "-everywhere", claimant: "claimant-1" },
  { q: "-third", claimant: "claimant-1", status: "false" },
  { q: "-everywhere", language: "en", from: "2020-03", to: "2020-04", sort: "claim" },
  { q: "everywhere -third", from: "2020-03", to: "2020-03", sort: "-evidence" },
])("within few claims, %o, all are looked through and counted", async (asked) => {
  const pages = await pagesOf(asked, "after");
  const facets = await listFacets(claimQuerySchema.parse(asked));
  const total = pages.flatMap(({ slugs }) => slugs).length;
  for (const page of pages) {
    expect(page).toMatchObject({ exact: true, total });
    expect(page.lookedThrough).toBeUndefined();
  }
  expect(facets.status.every(({ count }) => count !== null)).toBe(true);
});

test.each<Record<string, string>>([
  { q: "-everywhere" },
  { q: "-everywhere", sort: "claim" },
  { q: "-everywhere", sort: "rating" },
  { q: "-everywhere", language: "en" },
  { q: "-everywhere", language: "en", status: "false,disputed,verified,needs_context", sort: "-claim" },
  { q: "-everywhere OR status:retracted" },
  { q: '"everywhere claim"', sort: "-updated" },
  { q: "everywhere -claim", sort: "claim" },
  { q: '"former everywhere"', sort: "-claim" },
])("%o reads so many claims, counts in as many, and finds where it stopped in an index", async (asked) => {
  const query = await sought(claimQuerySchema.parse(asked));
  const place = placeOf(query, "en");
  const ways = await waysOf(query, place);
  for (const way of ways) {
    const nodes = await allNodesOf("force_custom_plan", pageStatement(query, { ...place, ...way }, "row"));
    expect(scannedWhole(nodes)).toEqual([]);
    expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(3 * LOOKED_THROUGH);
  }
});
