import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { writeRecords } from "@/lib/public/backfill";
import { claimQuerySchema } from "@/lib/public/filters";
import { listClaims } from "@/lib/public/queries";
import { loadDemo } from "@/prisma/seed/load";
import { searchCases } from "@/tests/search/cases";
import { searchFigures } from "@/tests/search/figures";
import messages from "../../messages/ar.json" with { type: "json" };

const found = new Map<string, string[]>();

async function search(q: string): Promise<string[]> {
  const { rows } = await listClaims(claimQuerySchema.parse({ q }));
  return rows.map(({ slug }) => slug);
}

beforeAll(async () => {
  await loadDemo();
  for (const { q } of searchCases) found.set(q, await search(q));
}, 120_000);

test.each(searchCases)("$q", ({ q, finds, not = [] }) => {
  const slugs = found.get(q) ?? [];
  expect(slugs).toEqual(expect.arrayContaining(finds));
  expect(slugs.filter((slug) => not.includes(slug))).toEqual([]);
});

test("there are enough of them, and they find what they must", () => {
  expect(new Set(searchCases.map(({ q }) => q)).size).toBeGreaterThanOrEqual(120);
  const { recallAt10, meanReciprocalRank } = searchFigures(searchCases, found);
  expect(recallAt10).toBeGreaterThan(0.98);
  expect(meanReciprocalRank).toBeGreaterThan(0.95);
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
  expect(await writeRecords()).toBeGreaterThan(0);
  expect(await search("claimant:vance")).toEqual(before);
  expect(await writeRecords()).toBe(0);
});
