import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { rebuildProjection } from "@/lib/public/projection/rebuild";
import { loadDemo } from "@/prisma/seed/load";
import { findClaims } from "@/tests/factories/reading";
import { searchCases } from "@/tests/search/cases";
import { searchFigures } from "@/tests/search/figures";
import {
  loadNewsClaims,
  type NewsClaimName,
  newsCases,
  newsClaims,
  newsQueries,
} from "@/tests/search/news-claims";
import messages from "../../messages/ar.json" with { type: "json" };

const found = new Map<string, string[]>();
let slugs: Record<NewsClaimName, string>;

async function search(q: string): Promise<string[]> {
  const { rows } = await findClaims(claimQuerySchema.parse({ q }));
  return rows.map(({ slug }) => slug);
}

beforeAll(async () => {
  await loadDemo();
  slugs = await loadNewsClaims();
  for (const { q } of [...searchCases, ...newsQueries]) found.set(q, await search(q));
}, 120_000);

test.each(searchCases)("$q", ({ q, finds, not = [] }) => {
  const slugs = found.get(q) ?? [];
  expect(slugs).toEqual(expect.arrayContaining(finds));
  expect(slugs.filter((slug) => not.includes(slug))).toEqual([]);
});

describe("texts as people write and send them", () => {
  test.each(newsQueries)("$q", ({ q, finds, not }) => {
    const names = Object.entries(slugs).flatMap(([name, slug]) =>
      found.get(q)?.includes(slug) ? [name] : [],
    );
    expect(names).toEqual(expect.arrayContaining(finds));
    expect(names.filter((name) => not.some((other) => other === name))).toEqual([]);
  });

  test.each(Object.entries(newsClaims))(
    "a claim is found first by its own text: %s",
    async (name, { text }) => {
      expect((await search(text))[0]).toBe(slugs[name as NewsClaimName]);
    },
  );
});

test.each([
  [
    "china",
    ["chinese-companies-lead-ai-race", "sberbank-plans-research-with-china"],
    "sberbank-released-gigachat-in-2023",
  ],
  ["research", ["sberbank-plans-research-with-china"], "deepseek-model-cost-six-million-dollars"],
])("%s: first where the claim says it", async (q, first, later) => {
  const slugs = await search(q);
  expect(slugs.slice(0, first.length).sort()).toEqual([...first].sort());
  expect(slugs.slice(first.length)).toContain(later);
});

test("says which words it took for others, and only where there are none", async () => {
  const of = async (q: string) => (await findClaims(claimQuerySchema.parse({ q }))).search?.corrections;
  expect(await of("memroy attention")).toEqual([{ typed: "memroy", meant: "memory" }]);
  expect(await of("memory attention")).toEqual([]);
  expect(await of("xyzzy")).toEqual([]);
});

test("there are enough of them, and they find what they must", () => {
  const all = [...searchCases, ...newsCases(slugs)];
  expect(new Set(all.map(({ q }) => q)).size).toBeGreaterThanOrEqual(260);
  for (const cases of [searchCases, all]) {
    const { recallAt10, meanReciprocalRank } = searchFigures(cases, found);
    expect(recallAt10).toBeGreaterThan(0.99);
    expect(meanReciprocalRank).toBeGreaterThan(0.99);
  }
});

test.each(Object.entries(messages.status))(
  "a status is found by its Arabic name: %s",
  async (status, name) => {
    const slugs = await search(`الحالة:"${name}"`);
    const rows = await db().publicClaim.findMany({ where: { status }, select: { slug: true } });
    expect(slugs.sort()).toEqual(rows.map(({ slug }) => slug).sort());
  },
);

test("rows of an older version get their tokens at a start", async () => {
  const before = await search("claimant:vance");
  await db().publicClaim.updateMany({ data: { searchTokens: [] } });
  expect(await search("claimant:vance")).toEqual([]);
  expect(await rebuildProjection()).toBeGreaterThan(0);
  expect(await search("claimant:vance")).toEqual(before);
  expect(await rebuildProjection()).toBe(0);
});

test("rows of an older form of the search are written anew at a start", async () => {
  await db().publicClaim.updateMany({
    where: { slug: slugs.touching },
    data: { searchText: "old\n", searchVersion: 1 },
  });
  expect(await search("800 متر")).not.toContain(slugs.touching);
  expect(await rebuildProjection()).toBe(1);
  expect(await search("800 متر")).toContain(slugs.touching);
});

test("a field whose value claims have is plain words where the field finds nothing", async () => {
  expect(await search("status:unchecked 40 villages")).toEqual([slugs.dash]);
  expect(await search("Topic:health spending")).toEqual([slugs.spending]);
  expect(await search('topic:"health" spending')).toEqual([]);
});
