import { beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { articlesStatement, listPublicArticles } from "@/lib/public/articles";
import { encodeCursor } from "@/lib/public/claims/cursor";
import { correctionsStatement } from "@/lib/public/corrections";
import { mostSorted, nodesOf, planModes, rowsRead, scannedWhole } from "@/tests/factories/plans";

const ROWS = 20_000;
const PAGE = 50;
/** Several rows share each instant, so that the order among equals counts too. */
const AT = "timestamptz '2020-01-01' + (n / 3) * interval '1 minute'";

async function fillAlone(table: string, insert: string): Promise<void> {
  const { rows } = await pool().query(
    "SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'",
    [table],
  );
  for (const { conname } of rows) await pool().query(`ALTER TABLE ${table} DROP CONSTRAINT ${conname}`);
  await pool().query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await pool().query(insert, [ROWS]);
}

beforeAll(async () => {
  await fillAlone(
    "article",
    `INSERT INTO article (id, slug, kind, title, language, direction, publisher, retrieved_at, created_at, created_by_id, updated_at)
     SELECT 'article-' || n, 'slug-' || n, 'opinion', 'Title ' || n, 'en', 'ltr', 'Courier', ${AT}, ${AT}, 'p', ${AT}
     FROM generate_series(1, $1) AS n`,
  );
  await fillAlone(
    "article_version",
    `INSERT INTO article_version (id, article_id, number, text, text_hash, created_at, created_by_id)
     SELECT 'version-' || n, 'article-' || n, 1, 'Text', repeat('0', 64), ${AT}, 'p' FROM generate_series(1, $1) AS n`,
  );
  await fillAlone(
    "revision",
    `INSERT INTO revision (id, claim_id, number, log_index, kind, rating, document, document_hash, hash, previous_hash, proposed_by_id,
       published_by_id, published_at)
     SELECT 'revision-' || n, 'claim-' || n / 4, n % 4 + 1, n,
       (ARRAY['publication', 'correction', 'correction', 'retraction'])[n % 4 + 1]::revision_kind, 'false', '{}',
       lpad(n::text, 64, '0'), lpad(n::text, 64, '0'), CASE WHEN n % 4 > 0 THEN lpad((n - 1)::text, 64, '0') END, 'p', 'q', ${AT}
     FROM generate_series(1, $1) AS n`,
  );
  await fillAlone(
    "public_count",
    `INSERT INTO public_count (facet, value, count)
     SELECT 'article', 'slug-' || n, n FROM generate_series(1, $1) AS n`,
  );
  await fillAlone(
    "public_article",
    `INSERT INTO public_article (slug, article_id, created_at)
     SELECT 'slug-' || n, 'article-' || n, ${AT} FROM generate_series(1, $1) AS n`,
  );
  await pool().query("VACUUM ANALYZE");
}, 120_000);

const middle = (order: string, id: string) => encodeCursor(order, { value: "2020-01-04T00:00:00.000Z", id });

test.each([
  ["articles", articlesStatement, undefined],
  ["articles, further on", articlesStatement, middle("articles", "article-9000")],
  ["corrections", correctionsStatement, undefined],
  ["corrections, further on", correctionsStatement, middle("corrections", "revision-9000")],
] as const)("%s are read in their order, and no more than are shown", async (_, statement, after) => {
  for (const mode of planModes) {
    const nodes = await nodesOf(mode, statement(after, PAGE));
    expect(scannedWhole(nodes)).toEqual([]);
    expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual(2 * (PAGE + 1));
    expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * PAGE);
  }
});

test("all pages of articles together are every one once, the newest first", async () => {
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listPublicArticles({ after, limit: 1000 });
    seen.push(...rows.map(({ slug, claimCount }) => `${slug} ${claimCount}`));
    if (!next) break;
    after = next;
  }
  expect(new Set(seen).size).toBe(ROWS);
  expect(seen[0]).toBe(`slug-${ROWS} ${ROWS}`);
  await expect(listPublicArticles({ after: "x" })).rejects.toMatchObject({ code: "invalid" });
});
