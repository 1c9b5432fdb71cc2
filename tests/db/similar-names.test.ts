import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { searchNamedEntities, suggestClaimants } from "@/lib/desk/claims/named-entities/queries";
import { resolveClaimant } from "@/lib/desk/claims/named-entities/resolve";
import { findSimilarNames } from "@/lib/desk/claims/named-entities/similar-names";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { somebody } from "@/tests/factories/desk";
import { namePairs } from "@/tests/factories/name-pairs";

const pairs = namePairs.flatMap(([rank, list]) => list.map(([typed, known]) => ({ rank, typed, known })));
const countries = ["Chad", "Egypt", "Iraq", "Jordan", "Libya", "Oman", "Qatar", "Sudan", "Syria", "Yemen"];
let editor: Context;

const languageOf = (name: string) => (/\p{Script=Arabic}/u.test(name) ? "ar" : "en");
const insert = (names: string[], keyOf: (name: string) => string) =>
  db().claimant.createMany({
    data: names.map((name) => ({ id: keyOf(name), key: keyOf(name), names: { [languageOf(name)]: name } })),
  });
const offered = async (q: string) => (await suggestClaimants(editor, q)).candidates.map(({ key }) => key);

beforeAll(async () => {
  editor = await somebody("editor");
  await insert([...new Set(pairs.map(({ known }) => known))], (name) => `known: ${name}`);
});

describe("the database offers what is like a name, and nothing else", () => {
  test.each(pairs)("$typed: $known ($rank)", async ({ rank, typed, known }) => {
    const { candidates, total } = await transaction((tx) =>
      findSimilarNames(tx, "claimant", [typed], { limit: 500 }),
    );
    expect(candidates).toHaveLength(total);
    expect(candidates.some(({ key }) => key === `known: ${known}`)).toBe(rank !== null);
  });

  test("also among many", async () => {
    await db().$executeRaw`INSERT INTO claimant (id, key, names)
      SELECT 'bulk-' || n, 'bulk-' || n, json_build_object('en', md5(n::text) || ' Harbour ' || n) FROM generate_series(1, 5000) AS n`;
    await db().$executeRaw`ANALYZE claimant`;
    expect((await offered("Egyptian health ministry"))[0]).toBe("known: Egyptian Ministry of Health");
    expect((await suggestClaimants(editor, "harbour 4999")).candidates[0]?.key).toBe("bulk-4999");
    expect((await suggestClaimants(editor, "harbour")).total).toBe(2000);
  });
});

describe("everybody whose name has the words that are typed", () => {
  beforeAll(() =>
    insert(
      countries.map((country) => `Ministry of Trade of ${country}`),
      (name) => `trade-${name.split(" ").at(-1)?.toLowerCase()}`,
    ),
  );

  test("is counted, the closest are offered", async () => {
    const { candidates, total } = await suggestClaimants(editor, "Ministry of Trade");
    expect(total).toBe(10);
    expect(candidates.map(({ key }) => key)).toEqual(
      countries.slice(0, 8).map((country) => `trade-${country.toLowerCase()}`),
    );
    expect(await offered("ministry of trade of y")).toEqual(["trade-yemen"]);
    expect(await offered("Yemeni trade ministry")).toEqual(["trade-yemen"]);
    expect(await offered("trade of yemne")).toEqual(["trade-yemen"]);
    expect(await offered("Trade")).toHaveLength(8);
  });

  test("is found on the page of claimants, with their number", async () => {
    const page = await searchNamedEntities(editor, "claimant", { q: "trade ministry" });
    expect([page.total, page.lines.length, page.next]).toEqual([10, 10, null]);
    expect((await searchNamedEntities(editor, "claimant", {})).total).toBe(await db().claimant.count());
  });

  test("is named to programs, or how many there are", async () => {
    const choose = (names: { en?: string; ar?: string }) =>
      transaction(async (tx) => {
        if (!editor.actor) throw new Error("Nobody");
        const input = { names, create: false, distinctFrom: [] };
        return resolveClaimant({ tx, context: editor, actor: editor.actor }, input);
      });
    await expect(choose({ en: "Ministry of Trade" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("The 8 most similar of 10 are listed."),
      details: { length: 8 },
    });
    await expect(choose({ ar: "هيأة", en: "Trade of Oman" })).rejects.toMatchObject({
      message: expect.not.stringContaining("most similar"),
      details: [
        { path: "claimant", message: "known: هيئة: هيئة (0 claims)" },
        { path: "claimant", message: expect.stringContaining("trade-oman") },
      ],
    });
  });
});
