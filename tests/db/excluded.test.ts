import { beforeAll, describe, expect, test } from "vitest";
import { renderClaimTable } from "@/components/claim-table/render-claim-table";
import { pool } from "@/lib/platform/db/pool";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { listRecords } from "@/lib/public/claims/list";
import { resolveFilter } from "@/lib/public/claims/where";
import { readClaimTable } from "@/lib/server/claim-table";
import { fillProjection } from "@/tests/factories/published-table";
import { findFacets, findRows } from "@/tests/factories/reading";

const ROWS = 24_000;

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

const slugOf = (record: string) => /"slug":"(.*?)"/.exec(record)?.[1] ?? "";

/** All pages one behind the other, from either end. */
async function pagesOf(asked: Record<string, string>, way: "after" | "before", from?: string) {
  const pages = [];
  for (let cursor = from; ; ) {
    const query = claimQuerySchema.parse({ limit: "200", ...asked, ...(cursor && { [way]: cursor }) });
    const page = await listRecords(await resolveFilter(query), "");
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
  [{ q: '"everywhere claim"' }, "false"],
  [{ q: '"former everywhere"' }, "false"],
  [{ q: "everywhere -year:2020", status: "false" }, `NOT ${of2020} AND status = 'false'`],
  [{ q: "everywhere -year:2020" }, `NOT ${of2020}`],
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
    const counted = { total: Math.min(expected.length, 10_000), exact: expected.length <= 10_000 };
    expect(forwards).toEqual(forwards.map(() => expect.objectContaining(counted)));
    const end = forwards.at(-2)?.next ?? undefined;
    expect(end === undefined).toBe(condition === "false");
    if (!end) return;
    const backwards = await pagesOf({ ...asked, sort }, "before", end);
    const last = forwards.at(-2)?.slugs.at(-1);
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
    expect(Boolean(last?.previous)).toBe(forwards.length > 1);
    if (!last?.previous) return;
    const backwards = await pagesOf(asked, "before", last.previous);
    expect([...backwards.flatMap(({ slugs }) => slugs), ...last.slugs].sort()).toEqual(expected);
  });
});

test("a page that ends where the best matches end leads on to the others", async () => {
  const asked = { q: "former OR seldom", limit: "10" };
  const first = await findRows(claimQuerySchema.parse(asked));
  expect(first.rows).toHaveLength(10);
  const second = await findRows(claimQuerySchema.parse({ ...asked, after: first.next }));
  expect(second.rows).toHaveLength(10);
});

describe("a search that only leaves words out", () => {
  test("is refused with what to do instead, unless a filter says what to leave them out of", async () => {
    const asked = claimQuerySchema.parse({ q: "-everywhere -third" });
    await expect(findRows(asked)).rejects.toMatchObject({ code: "invalid", reason: "only_excludes" });
    const within = await findRows(claimQuerySchema.parse({ q: "-third", claimant: "claimant-1" }));
    expect(within.rows).not.toEqual([]);
  });

  test.each([
    ["en", "Add a word to search for", "This search only excludes words."],
    ["ar", "أضف كلمة للبحث عنها", "هذا البحث يستبعد كلمات فقط."],
  ] as const)("says so in the table, in %s, beside the filters", async (locale, title, reason) => {
    const content = await readClaimTable(locale, { q: "-everywhere" });
    const markup = await renderClaimTable(content, locale);
    for (const text of [title, reason, "claimant-0"]) expect(markup.join("")).toContain(text);
  });
});

test.each<Record<string, string>>([
  { q: "-everywhere", claimant: "claimant-1" },
  { q: "-third", claimant: "claimant-1", status: "false" },
  { q: "-everywhere", language: "en", from: "2020-03", to: "2020-04", sort: "claim" },
  { q: "everywhere -third", from: "2020-03", to: "2020-03", sort: "-evidence" },
])("within few claims, %o, all are counted", async (asked) => {
  const pages = await pagesOf(asked, "after");
  const facets = await findFacets(claimQuerySchema.parse(asked));
  const total = pages.flatMap(({ slugs }) => slugs).length;
  for (const page of pages) expect(page).toMatchObject({ exact: true, total });
  expect(facets.status.every(({ count }) => count !== null)).toBe(true);
});
