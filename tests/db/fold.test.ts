import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fold } from "@/lib/text/fold";

// lib/text/fold.ts and fold_text() must give the same words for the same text, whatever the text.
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());

async function inSql(texts: string[]): Promise<string[]> {
  const { rows } = await client.query<{ folded: string }>(
    "SELECT fold_text(original) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS t(original, n) ORDER BY n",
    [texts],
  );
  return rows.map(({ folded }) => folded);
}

/** The code points that the server's Unicode knows and this program's too. */
async function knownCodePoints(): Promise<string[]> {
  const { rows } = await client.query<{ character: string }>(
    `SELECT chr(n) AS character FROM generate_series(1, 1114111) AS n
     WHERE n NOT BETWEEN 55296 AND 57343 AND n NOT BETWEEN 983040 AND 1114111 AND unicode_assigned(chr(n))`,
  );
  return rows.map(({ character }) => character).filter((character) => /\P{Cn}/u.test(character));
}

const LETTERS = [..."اأإآٱءؤئىيةهكگی۶٦٫٬ـًُّ.,%-'\"’“ \n0129aAéÉßİıΣςﬁﻻ"];

test("every character alone folds to the same", { timeout: 120_000 }, async () => {
  const known = await knownCodePoints();
  expect(known.length).toBeGreaterThan(140_000);
  const folded = await inSql(known);
  const differing = known.filter((character, i) => folded[i] !== fold(character));
  expect(differing.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
});

test("random texts fold to the same", { timeout: 120_000 }, async () => {
  const known = await knownCodePoints();
  const character = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...LETTERS) },
    { weight: 1, arbitrary: fc.nat(known.length - 1).map((n) => known[n] as string) },
  );
  const text = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 100 }), async (texts) => {
      expect(await inSql(texts)).toEqual(texts.map(fold));
    }),
    { numRuns: 30 },
  );
});
