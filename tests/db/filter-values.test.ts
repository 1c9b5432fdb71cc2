import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { exportVerdictLines } from "@/lib/exchange/exports/verdicts";
import { claimFilterSchema, claimQuerySchema } from "@/lib/public/claims/filters";
import { resolveFilter } from "@/lib/public/claims/where";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { findFacets, findRows } from "@/tests/factories/reading";

const PEOPLE = 32;
let editor: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  const publisher = await somebody("publisher");
  for (const name of ["Smith, John", "Smith", "John", "صحيفة الفجر, القاهرة"]) {
    const { id: articleId } = await anArticle(editor, { publisher: name });
    const claim = await aClaim(editor, { articleId, text: { en: `Said in ${name}` } });
    await someEvidence(editor, claim.id);
    await published(editor, publisher, aVerdict(claim.id));
  }
  const { id: articleId } = await anArticle(editor, { publisher: "The Courier" });
  for (let n = 1; n <= PEOPLE; n++) {
    const claimant = { en: `Person ${n}`, ar: `الشخص رقم ${n}` };
    await aClaim(editor, { articleId, text: { en: `Claim ${n}` }, claimant });
  }
}, 120_000);

const publishersIn = async (publisher: string | string[]) => {
  const { rows } = await findRows(claimQuerySchema.parse({ publisher }));
  return rows.map(({ source }) => source?.publisher).sort();
};

describe("a publisher with a comma in its name", () => {
  test.each([
    ["as it stands", "Smith, John", ["Smith, John"]],
    ["in Arabic", "صحيفة الفجر, القاهرة", ["صحيفة الفجر, القاهرة"]],
    ["beside another", ["Smith, John", "Smith"], ["Smith", "Smith, John"]],
    ["of an old address for two", "John,Smith", ["John", "Smith"]],
    ["of an old address with spaces", "John , Smith ,", ["John", "Smith"]],
    ["of an old address for it and another", "Smith, John,John", ["John", "Smith, John"]],
    ["of an old address for another and it", "John,Smith, John", ["John", "Smith, John"]],
    ["of no publisher", "Nobody, Nowhere", []],
  ])("filters the table, %s", async (_, asked, expected) => {
    expect(await publishersIn(asked)).toEqual(expected);
  });

  test("is offered and selected as one value", async () => {
    const { publisher } = await findFacets(claimFilterSchema.parse({ publisher: "Smith, John" }));
    expect(publisher).toContainEqual({ value: "Smith, John", count: 1 });
    expect(publisher).toContainEqual({ value: "The Courier", count: PEOPLE });
    expect(publisher.map(({ value }) => value)).not.toContain("Smith, John,");
  });

  test("filters the export", async () => {
    const filter = await resolveFilter(claimFilterSchema.parse({ publisher: "Smith, John" }));
    const exported = exportVerdictLines({ filter, origin: "https://desk.example" });
    const lines = (await new Response(exported).text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).source.publisher)).toEqual(["Smith, John"]);
  });
});

describe("many values", () => {
  const values = Array.from({ length: 400 }, (_, n) => `person-${n + 1}`);

  test("are all filtered by", async () => {
    const { rows } = await findRows(claimQuerySchema.parse({ claimant: values, limit: "200" }));
    expect(rows).toHaveLength(PEOPLE);
    const { claimant } = await findFacets(claimQuerySchema.parse({ claimant: values, q: "claim" }));
    expect(claimant).toHaveLength(values.length);
  });

  test("are refused by name where nobody can mean them", () => {
    const asked = { topic: Array.from({ length: 1001 }, (_, n) => `topic-${n}`) };
    expect(claimFilterSchema.safeParse(asked).error?.issues).toMatchObject([
      { path: ["topic"], message: "At most 1000 values." },
    ]);
  });

  test.each([{}, { q: "claim" }, { publisher: "The Courier" }])(
    "beyond the first twenty are said to be there, and shown at length, under %o",
    async (asked) => {
      const filter = claimFilterSchema.parse(asked);
      const short = await findFacets(filter);
      expect(short.claimant).toHaveLength(20);
      expect(short.more).toEqual(["claimant"]);
      const long = await findFacets(filter, { more: "claimant" });
      expect(long.claimant.map(({ value }) => value)).toContain(`person-${PEOPLE}`);
      expect(long.more).toEqual([]);
    },
  );

  test.each([
    ["in English", "person 31"],
    ["in Arabic", "شخص رقم 31"],
    ["in Arabic digits", "الشخص رقم ٣١"],
    ["the beginnings of its words, in any order", "31 per"],
  ])("are found by name, %s", async (_, name) => {
    for (const asked of [{}, { q: "claim" }, { publisher: "The Courier" }]) {
      const { claimant, topic } = await findFacets(claimFilterSchema.parse(asked), {
        find: { claimant: name },
      });
      expect(claimant).toEqual([expect.objectContaining({ value: "person-31", count: 1 })]);
      expect(topic).toEqual((await findFacets(claimFilterSchema.parse(asked))).topic);
    }
  });

  test("keep what is selected, and are none where none has the name", async () => {
    const filter = claimFilterSchema.parse({ claimant: "person-5" });
    const { claimant, more } = await findFacets(filter, { find: { claimant: "nobody" } });
    expect(claimant.map(({ value }) => value)).toEqual(["person-5"]);
    expect(more).not.toContain("claimant");
    expect(
      (await findFacets(claimFilterSchema.parse({}), { find: { publisher: "mith" } })).publisher,
    ).toEqual([]);
  });

  test("publishers are found by name too", async () => {
    const found = await findFacets(claimFilterSchema.parse({}), { find: { publisher: "SMITH joh" } });
    expect(found.publisher).toEqual([{ value: "Smith, John", count: 1 }]);
  });
});
