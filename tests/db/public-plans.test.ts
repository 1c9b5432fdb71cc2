import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { facetsStatement, sourceOf } from "@/lib/public/facets-sql";
import { claimQuerySchema, sortKeys } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement } from "@/lib/public/page-sql";
import { listClaims } from "@/lib/public/queries";
import { fillProjection } from "@/tests/factories/published-table";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

const ROWS = 20_000;
const PAGE = 50;

beforeAll(() => fillProjection(pool(), ROWS), 240_000);

/** The plan of a statement as it ran, as a flat list; `mode` is that of prepared statements before or after the fifth run. */
async function nodesOf(mode: "force_custom_plan" | "force_generic_plan", { text, values }: Statement) {
  const client = await pool().connect();
  let asLent = false;
  try {
    await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${mode}`);
    await client.query(`PREPARE asked AS ${text}`);
    const list = values.length > 0 ? `(${values.map(literal).join(", ")})` : "";
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked ${list}`);
    await client.query("ROLLBACK; DEALLOCATE asked");
    asLent = true;
    return flat(rows[0]["QUERY PLAN"][0].Plan as Node);
  } finally {
    client.release(!asLent);
  }
}
type Statement = { text: string; values: unknown[] };

function literal(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(", ")}]::text[]`;
  return `'${value instanceof Date ? value.toISOString() : value}'`;
}

/** All nodes but those of a count, which is bounded by its own limit. */
function flat(node: Node): Node[] {
  if (node["Node Type"] === "Aggregate" && node.Plans?.[0]?.["Node Type"] === "Limit") return [];
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}

function scannedWhole(nodes: Node[]): string[] {
  return nodes.flatMap((node) => (node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : []));
}

/** Rows that the scans of a plan touched, found or thrown away. */
function rowsRead(nodes: Node[]): number {
  return nodes
    .filter((node) => / Scan$/.test(node["Node Type"]) && node["Relation Name"])
    .reduce(
      (sum, node) =>
        sum +
        node["Actual Loops"] *
          (node["Actual Rows"] +
            (node["Rows Removed by Filter"] ?? 0) +
            (node["Rows Removed by Index Recheck"] ?? 0)),
      0,
    );
}

/** Rows that the largest sort of a plan took in. */
function mostSorted(nodes: Node[]): number {
  const sorts = nodes.filter((node) => /Sort/.test(node["Node Type"]));
  return Math.max(
    0,
    ...sorts.map(({ Plans }) => (Plans?.[0]?.["Actual Rows"] ?? 0) * (Plans?.[0]?.["Actual Loops"] ?? 1)),
  );
}

const filters: Array<Record<string, string>> = [
  {},
  { status: "verified" },
  { status: "verified,unproven" },
  { topic: "topic-3" },
  { topic: "topic-59" },
  { topic: "topic-59,topic-2" },
  { claimant: "claimant-0" },
  { claimant: "claimant-399" },
  { claimant: "claimant-0,claimant-399" },
  { publisher: "publisher-1" },
  { language: "ar" },
  { language: "ur" },
  { article: "article-77" },
];
const sorts = sortKeys.flatMap((key) => [key, `-${key}` as const]);
const modes = ["force_custom_plan", "force_generic_plan"] as const;

describe.each(filters)("a page of %o", (filter) => {
  test.each(sorts)("by %s reads what it shows", { timeout: 120_000 }, async (sort) => {
    const first = claimQuerySchema.parse({ ...filter, sort });
    const page = await listClaims(first);
    const middle = page.next ? [claimQuerySchema.parse({ ...filter, sort, after: page.next })] : [];
    for (const query of [first, ...middle]) {
      for (const mode of modes) {
        const nodes = await nodesOf(mode, pageStatement(query, placeOf(query, "en"), "document"));
        const values = Math.max(1, ...Object.values(filter).map((value) => value.split(",").length));
        expect(scannedWhole(nodes)).toEqual([]);
        expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual((PAGE + 1) * values);
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(20 * Math.max(page.rows.length, 1));
      }
    }
  });
});

test("the last page costs what the first costs", { timeout: 60_000 }, async () => {
  const { previous } = await listClaims(claimQuerySchema.parse({ sort: "updated" }));
  expect(previous).toBeNull();
  const last = await listClaims(claimQuerySchema.parse({ sort: "-updated" }));
  const query = claimQuerySchema.parse({ sort: "updated", before: (await endOf(last.rows.length)).cursor });
  const nodes = await nodesOf("force_generic_plan", pageStatement(query, placeOf(query, "en"), "document"));
  expect(rowsRead(nodes)).toBeLessThanOrEqual(20 * PAGE);
});

/** A cursor behind everything. */
async function endOf(limit: number) {
  const cursor = Buffer.from(JSON.stringify(["updated", "2999-01-01T00:00:00.000Z", "z"])).toString(
    "base64url",
  );
  return { cursor, limit };
}

describe("what filters offer", () => {
  test.each<Record<string, string>>([{}, { status: "verified" }, { topic: "topic-3" }, { language: "ar" }])(
    "under %o is read from kept counts",
    { timeout: 60_000 },
    async (filter) => {
      const query = claimQuerySchema.parse(filter);
      for (const mode of modes) {
        const nodes = await nodesOf(
          mode,
          facetsStatement(query, (name) => sourceOf(query, name)),
        );
        expect(nodes.filter((node) => node["Relation Name"]?.startsWith("public_claim"))).toEqual([]);
        expect(rowsRead(nodes)).toBeLessThanOrEqual(20 * 4 * 50);
      }
    },
  );
});
