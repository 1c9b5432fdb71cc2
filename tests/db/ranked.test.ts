import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { RANKED_LIMIT } from "@/lib/public/claims/ranked";
import { fillProjection } from "@/tests/factories/published-table";
import { findClaims } from "@/tests/factories/reading";

const ROWS = 6000;

beforeAll(() => fillProjection(pool(), ROWS), 120_000);

const list = (query: Record<string, string>) =>
  findClaims(claimQuerySchema.parse({ limit: "200", ...query }));

/** The numbers of the rows found, page by page; every page read back from the one behind it must be the same. */
async function walk(query: Record<string, string>, most: number): Promise<number[]> {
  const pages = [await list(query)];
  for (let next = pages[0]?.next; next && pages.length < most; next = pages.at(-1)?.next) {
    pages.push(await list({ ...query, after: next }));
  }
  const numbers = pages.map(({ rows }) => rows.map(({ id }) => Number(id)));
  for (let i = pages.length - 1; i > 0; i--) {
    const before = pages[i]?.previous;
    expect(before).toBeTruthy();
    const back = await list({ ...query, before: before ?? "" });
    expect(back.rows.map(({ id }) => Number(id))).toEqual(numbers[i - 1]);
    expect(back.previous === null).toBe(i === 1);
  }
  return numbers.flat();
}

const down = (from: number, test: (n: number) => boolean) =>
  Array.from({ length: from }, (_, i) => from - i).filter(test);

describe("what a search finds is ranked", () => {
  test("all of it where words are in few claims: first those that say it themselves", async () => {
    const query = { q: "seldom claim", limit: "7" };
    const claims = down(ROWS, (n) => n % 200 === 0);
    expect(await walk(query, 20)).toEqual([...claims, ...down(ROWS, (n) => n % 200 === 100)]);
    expect(await list({ q: "seldom" })).toMatchObject({ total: ROWS / 100, exact: true });
  });

  test("among those changed last where a word is in many: the others follow by time", async () => {
    // Every third claim has it.
    const recent = (n: number) => n > ROWS - 3 * RANKED_LIMIT;
    expect(await walk({ q: "third" }, 20)).toEqual([
      ...down(ROWS, (n) => recent(n) && n % 6 === 0),
      ...down(ROWS, (n) => recent(n) && n % 6 === 3),
      ...down(ROWS, (n) => !recent(n) && n % 3 === 0),
    ]);
    expect(await list({ q: "everywhere" })).toMatchObject({ total: ROWS, exact: true });
  });

  test("and words that only old claims have are found behind all others", async () => {
    expect(await walk({ q: "former" }, 40)).toEqual(down(4000, () => true));
    expect(await walk({ q: "former", status: "verified" }, 40)).toEqual(
      down(4000, (n) => (n * 31) % 8 === 0),
    );
  });

  test("while others publish, no page moves", async () => {
    const first = await list({ q: "everywhere" });
    const second = await list({ q: "everywhere", after: first.next ?? "" });
    await pool().query("UPDATE public_claim SET updated_at = '2030-01-01' WHERE claim_id = 'claim-1'");
    const again = await list({ q: "everywhere", after: first.next ?? "" });
    expect(again.rows).toEqual(second.rows);
    expect((await list({ q: "everywhere", before: second.previous ?? "" })).rows).toEqual(first.rows);
  });

  test.each([
    "x",
    "0 2024-01-01T00:00:00Z",
    "9 2024-01-01T00:00:00.000Z ",
    "1 2024-99-01T00:00:00.000Z ",
    "1 2024-01-01T00:00:00.000Z 2024-99-01T00:00:00.000Z claim-1",
  ])("a cursor of another kind is refused: %s", async (value) => {
    const after = Buffer.from(JSON.stringify(["relevance", value, "claim-1"])).toString("base64url");
    await expect(list({ q: "third", after })).rejects.toMatchObject({ code: "invalid" });
  });
});

test("a text of 200,000 characters is found by its last word, as by its first", async () => {
  const filling = Array.from({ length: 12_000 }, (_, n) => `filling${n.toString(36)}`).join(" ");
  const length = 200_000 - "ouverture cadence\n finale".length;
  const long = `ouverture cadence\n${filling.repeat(2).slice(0, length)} finale`;
  await pool().query("UPDATE public_claim SET search_text = $1 WHERE claim_id = $2", [long, "claim-1"]);
  for (const q of ["ouverture", "cadence finale", '"ouverture cadence"']) {
    expect((await list({ q })).rows.map(({ id }) => Number(id))).toEqual([1]);
  }
});
