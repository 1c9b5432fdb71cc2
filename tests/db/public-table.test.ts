import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { claimFilterSchema, claimQuerySchema, sortKeys } from "@/lib/public/claims/filters";
import { type ClaimSummary, claimSummarySchema, type PublicClaim } from "@/lib/public/projection/document";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { findClaims, findFacets, findRows } from "@/tests/factories/reading";

let editor: Context;
let publisher: Context;
let clock = Date.parse("2025-04-01T10:00:00Z");

const names = ["delta", "alpha", "charlie", "bravo", "echo", "foxtrot", "golf"];

beforeAll(async () => {
  const now = () => {
    clock += 60_000;
    return new Date(clock);
  };
  editor = await somebody("editor", now);
  publisher = await somebody("publisher", now);
  const { id: articleId } = await anArticle(editor);
  for (const name of names) {
    const text = { en: `Claim ${name}`, ar: `ادعاء ${name}` };
    const { id } = await aClaim(editor, {
      articleId,
      text,
      claimant: { en: name },
      newTopic: { en: `topic ${name}` },
    });
    if (name === "alpha" || name === "golf") {
      await someEvidence(editor, id, { title: name === "alpha" ? "Élan vital" : "مُوَثَّق" });
      await published(
        editor,
        publisher,
        aVerdict(id, { rating: name === "alpha" ? "verified" : "disputed" }),
      );
    }
  }
});

const list = (query: Record<string, string | string[]>) => findClaims(claimQuerySchema.parse(query));
const keys = (page: Awaited<ReturnType<typeof list>>) =>
  page.rows.map(({ claim }) => claim.claimant?.key ?? "");

function shownOf({ slug, status, updatedAt, claim, source, evidence }: PublicClaim): ClaimSummary {
  const { text, language, claimant } = claim;
  return {
    slug,
    status,
    updatedAt,
    claim: { text, language, claimant },
    source: source && { publisher: source.publisher, language: source.language },
    evidenceCount: evidence.length,
  };
}

describe("the table", () => {
  test("begins with what changed last", async () => {
    expect(keys(await list({}))).toEqual(["golf", "foxtrot", "echo", "bravo", "charlie", "alpha", "delta"]);
  });

  test.each(sortKeys.flatMap((key) => [key, `-${key}`]))(
    "by %s goes through all of it, forth and back",
    async (sort) => {
      const whole = keys(await list({ sort }));
      expect([...whole].sort()).toEqual([...names].sort());
      const forth: string[][] = [];
      let page = await list({ sort, limit: "3" });
      expect(page.previous).toBeNull();
      forth.push(keys(page));
      while (page.next) {
        page = await list({ sort, limit: "3", after: page.next });
        forth.push(keys(page));
      }
      expect(forth.flat()).toEqual(whole);
      const back: string[][] = [keys(page)];
      while (page.previous) {
        page = await list({ sort, limit: "3", before: page.previous });
        back.unshift(keys(page));
      }
      expect(back).toEqual(forth);
    },
  );

  test("orders names as the alphabet does, and ratings as they are firm", async () => {
    expect(keys(await list({ sort: "claimant" }))).toEqual([...names].sort());
    expect(keys(await list({ sort: "-rating" })).slice(0, 2)).toEqual(["alpha", "golf"]);
  });

  test.each([{}, { sort: "claimant" }, { q: "claim" }, { q: "claim", sort: "-claim" }])(
    "shows of %o what the documents say",
    async (asked) => {
      const query = claimQuerySchema.parse(asked);
      const documents = await findClaims(query);
      const shown = await findRows(query);
      expect(shown).toEqual({ ...documents, rows: documents.rows.map(shownOf) });
      expect(shown.rows).toEqual(shown.rows.map((row) => claimSummarySchema.strict().parse(row)));
    },
  );

  test("says how many there are in all", async () => {
    expect((await list({ limit: "2" })).total).toBe(7);
  });

  test("stays in its place while others publish", async () => {
    const first = await list({ limit: "3", sort: "claimant" });
    await aClaim(editor, { claimant: { en: "aaa" } });
    const second = await list({ limit: "3", sort: "claimant", after: first.next ?? "" });
    expect(keys(second)).toEqual(["delta", "echo", "foxtrot"]);
  });

  test.each(["after", "before"])("refuses a made-up cursor in %s", async (path) => {
    await expect(list({ [path]: "nonsense" })).rejects.toMatchObject({
      code: "invalid",
      details: [{ path }],
    });
  });

  test("refuses a cursor of another order", async () => {
    const { next } = await list({ limit: "2" });
    await expect(list({ sort: "claimant", after: next ?? "" })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("the filters", () => {
  test.each<[Record<string, string | string[]>, string[]]>([
    [{ status: "verified" }, ["alpha"]],
    [{ status: "verified,disputed" }, ["golf", "alpha"]],
    [{ status: ["verified", "disputed"] }, ["golf", "alpha"]],
    [{ claimant: "echo" }, ["echo"]],
    [{ topic: ["topic-echo", "topic-bravo"] }, ["echo", "bravo"]],
    [{ q: "elan" }, ["alpha"]],
    [{ q: "موثق" }, ["golf"]],
    [{ q: "ECHO claim" }, ["echo"]],
    [{ q: "echo bravo" }, []],
    [{ q: "100%" }, []],
    [{ q: "_" }, []],
    [{ q: "؟!" }, []],
    [{ from: "2025-05" }, []],
    [{ to: "2025-03-31" }, []],
    [{ publisher: "nobody" }, []],
  ])("%o finds %o", async (query, expected) => {
    expect(keys(await list(query))).toEqual(expected);
  });

  test("bound the days, the last one whole", async () => {
    expect((await list({ from: "2025-04-01", to: "2025-04-01", sort: "updated" })).total).toBeGreaterThan(6);
  });

  test("offer their values with counts under the other filters", async () => {
    const facets = await findFacets(claimFilterSchema.parse({ status: "verified" }));
    expect(facets.status).toEqual(
      expect.arrayContaining([
        { value: "verified", count: 1 },
        { value: "disputed", count: 1 },
      ]),
    );
    expect(facets.claimant).toEqual([{ value: "alpha", names: { en: "alpha" }, count: 1 }]);
    expect(facets.topic).toEqual([{ value: "topic-alpha", names: { en: "topic alpha" }, count: 1 }]);
    expect(facets.publisher).toEqual([{ value: "crypto.news", count: 1 }]);
  });

  test.each([
    { status: "true" },
    { from: "yesterday" },
    { limit: "0" },
    { limit: "201" },
    { sort: "colour" },
  ])("refuse %o by name", (query) => {
    const result = claimQuerySchema.safeParse(query);
    expect(result.error?.issues[0]?.path[0]).toBe(Object.keys(query)[0]);
  });
});
