import { beforeAll, expect, test } from "vitest";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { claimsJson } from "@/lib/server/api/claims";
import { jsonRoute } from "@/lib/server/api/render-json";
import { readClaimTable } from "@/lib/server/claim-table";
import { loadDemo } from "@/prisma/seed/load";
import { findClaims } from "@/tests/factories/reading";
import { loadNewsClaims, type NewsClaimName } from "@/tests/search/news-claims";

let slugs: Record<NewsClaimName, string>;

beforeAll(async () => {
  await loadDemo();
  slugs = await loadNewsClaims();
}, 120_000);

/** The names of the claims that match, and of those that are similar. */
async function search(q: string, filter: Record<string, string> = {}) {
  const { rows, similar, total } = await findClaims(claimQuerySchema.parse({ q, ...filter }));
  const named = (found: Array<{ slug: string }>) =>
    found.map(({ slug }) => Object.entries(slugs).find(([, other]) => other === slug)?.[0] ?? slug);
  return { rows: named(rows), similar: named(similar), total };
}

test.each([
  ["Shared by my uncle: vaccines contain tiny microchips that track us", "vaccines"],
  ["my doctor says vaccines microchips nonsense", "vaccines"],
  ["The mayor said “nobody drowned, nobody” and then left the city hall", "quoted"],
  ["رسالة وصلتني: وقع شجار كبير في البرلمان بسبب قانون الموازنة الجديدة أمس", "brawl"],
  ["أطلقت كوريا الجنوبية صاروخا", "korea"],
  [
    "Please share, year:2025 and status:false they say: vaccines contain tiny microchips in 100% of shots",
    "vaccines",
  ],
])("what shares most of the rare words follows where none has all: %s", async (q, first) => {
  const { rows, similar, total } = await search(q);
  expect(rows).toEqual([]);
  expect(total).toBe(0);
  expect(similar[0]).toBe(first);
  expect(similar.length).toBeLessThanOrEqual(10);
});

test.each([
  ["one word that no claim has", "xyzzy"],
  ["a word beside one that says more", "memory xyzzy"],
  ["a phrase", '"standard gold"'],
  ["a quantity", "$7M"],
  ["where something matches", "vaccines microchips"],
])("nothing is similar: %s", async (_, q) => expect((await search(q)).similar).toEqual([]));

test("filters, fields and what is excluded hold", async () => {
  const q = "vaccines contain tiny microchips";
  expect((await search(q)).similar).toContain("vaccines");
  expect((await search(`${q} -track`)).similar).not.toContain("vaccines");
  expect((await search(`${q} status:false`)).similar).not.toContain("vaccines");
  expect((await search(q, { status: "false" })).similar).toEqual([]);
});

test("the API has them apart from the data, and only where there are some", async () => {
  const read = async (q: string) => {
    const request = new Request(`https://desk.example/api/v1/claims?${new URLSearchParams({ q })}`);
    return (await jsonRoute(claimsJson)(request, { params: Promise.resolve({}) })).json();
  };
  const found = await read("vaccines contain tiny microchips");
  expect(found.data).toEqual([]);
  expect(found.page).toMatchObject({ total: 0, exact: true, next: null, previous: null });
  expect(found.similar[0]).toMatchObject({ slug: slugs.vaccines });
  expect(Object.keys(await read("microchips"))).toEqual(["data", "page"]);
});

test("the table marks what they share", async () => {
  const { page } = await readClaimTable("en", { q: "vaccines contain tiny microchips" });
  const text = page.similar[0]?.claim.text.en ?? "";
  const marked = page.similarMatches[0]?.claim.map(({ start, end }) => text.slice(start, end));
  expect(marked).toEqual(["Vaccines", "contain", "microchips"]);
});
