import { beforeAll, describe, expect, test } from "vitest";
import { copyStatement, exportVerdictLines } from "@/lib/exchange/exports/verdicts";
import { pool } from "@/lib/platform/db/pool";
import { claimFilterSchema } from "@/lib/public/claims/filters";
import { resolveFilter } from "@/lib/public/claims/where";
import { mostSorted, nodesOf, rowsRead, scannedWhole } from "@/tests/factories/plans";
import { fillProjection } from "@/tests/factories/published-table";

const ROWS = 20_000;
const origin = "https://desk.example";

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

const filterOf = (asked: Record<string, string>) => resolveFilter(claimFilterSchema.parse(asked));

/** The plan of the rows that an export copies. */
async function planOf(asked: Record<string, string>, since?: bigint) {
  const copy = copyStatement({ filter: await filterOf(asked), since, origin }, "");
  const [, text = ""] = /^COPY \((.*)\)\s+TO STDOUT/s.exec(copy) ?? [];
  return nodesOf("force_custom_plan", { text, values: [] });
}

/** The slugs of an export, in its order. */
async function exported(asked: Record<string, string>, since?: bigint): Promise<string[]> {
  const lines = exportVerdictLines({ filter: await filterOf(asked), since, origin });
  const text = await new Response(lines).text();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).slug);
}

async function slugsWhere(condition: string): Promise<string[]> {
  const { rows } = await pool().query<{ slug: string }>(
    `SELECT slug FROM public_claim WHERE sequence > 0 AND ${condition} ORDER BY published_order, claim_id`,
  );
  return rows.map(({ slug }) => slug);
}

describe("an export begins at once: nothing is sorted before its first record", () => {
  test.each<[asked: Record<string, string>, condition: string]>([
    [{}, "true"],
    [{ status: "verified" }, "status = 'verified'"],
    [{ language: "ar" }, "language = 'ar'"],
    [{ claimant: "claimant-0" }, "claimant_key = 'claimant-0'"],
    [{ publisher: "publisher-1" }, "publisher = 'publisher-1'"],
    [{ from: "2020-06", to: "2020-07" }, "updated_at >= '2020-06-01' AND updated_at < '2020-08-01'"],
    [{ status: "false", from: "2020-06" }, "status = 'false' AND updated_at >= '2020-06-01'"],
  ])("with %o", async (asked, condition) => {
    const nodes = await planOf(asked);
    const expected = await slugsWhere(condition);
    expect(expected.length).toBeGreaterThan(100);
    expect(scannedWhole(nodes)).toEqual([]);
    expect(mostSorted(nodes), "rows sorted").toBe(0);
    // Each is found on one way through an order, and read by its place.
    expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(ROWS + expected.length);
    expect(await exported(asked)).toEqual(expected);
  });
});

describe("an export whose order no index has sorts places, not records", () => {
  test.each<[asked: Record<string, string>, condition: string]>([
    [{ status: "verified,unproven" }, "status IN ('verified', 'unproven')"],
    [{ topic: "topic-3" }, "topics @> '{topic-3}'"],
    [{ claimant: "claimant-0", language: "ar" }, "claimant_key = 'claimant-0' AND language = 'ar'"],
  ])("with %o", async (asked, condition) => {
    const nodes = await planOf(asked);
    const sort = nodes.find((node) => node["Node Type"] === "Sort");
    expect(sort?.["Plan Width"] ?? 0, "bytes of a row sorted").toBeLessThanOrEqual(100);
    expect(await exported(asked)).toEqual(await slugsWhere(condition));
  });
});

test("with a cursor, only what came after it is read", async () => {
  const { rows } = await pool().query<{ sequence: string }>(
    "SELECT sequence FROM public_claim ORDER BY sequence DESC OFFSET 20 LIMIT 1",
  );
  const since = BigInt(rows[0]?.sequence ?? 0);
  expect(await exported({}, since)).toHaveLength(20);
  expect(rowsRead(await planOf({}, since))).toBeLessThanOrEqual(20);
  expect(rowsRead(await planOf({ language: "ar" }, since))).toBeLessThanOrEqual(2 * 20);
});
