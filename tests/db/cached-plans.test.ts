import { expect, test } from "vitest";
import { pool, readers } from "@/lib/platform/db/pool";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { fillProjection } from "@/tests/factories/published-table";
import { findFacets, findRows } from "@/tests/factories/reading";

test("no plan for several filters is cached: which of them to begin with depends on the values", {
  timeout: 240_000,
}, async () => {
  await fillProjection(pool(), 2000);
  for (const status of ["verified", "false", "disputed", "needs_context", "unproven", "unchecked"]) {
    const asked = claimQuerySchema.parse({ status, language: "en", from: "2020" });
    expect((await findRows(asked)).rows).not.toEqual([]);
    await findFacets(asked);
  }
  expect(await cachedStatements()).toEqual([]);
  await findRows(claimQuerySchema.parse({ status: "verified" }));
  expect(await cachedStatements()).toHaveLength(1);
});

/** Returns the prepared statements for pages of claims on all connections of the readers. */
async function cachedStatements(): Promise<string[]> {
  const clients = await Promise.all(Array.from({ length: readers().totalCount }, () => readers().connect()));
  try {
    const results = await Promise.all(
      clients.map((client) =>
        client.query<{ statement: string }>(
          "SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%public_claim AS c%'",
        ),
      ),
    );
    return results.flatMap(({ rows }) => rows.map(({ statement }) => statement));
  } finally {
    for (const client of clients) client.release();
  }
}

test("readers do not wait for connections that the desk and exports hold", async () => {
  const held = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()));
  try {
    expect((await findRows(claimQuerySchema.parse({}))).rows).toHaveLength(50);
  } finally {
    for (const client of held) client.release();
  }
});

test("a statement that takes too long ends with what to ask for instead", async () => {
  const tooLong = query(sql`SELECT pg_sleep(60)`);
  await expect(tooLong).rejects.toMatchObject({ code: "unavailable", reason: "too_slow" });
});
