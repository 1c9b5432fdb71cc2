import { readers } from "@/lib/platform/db/pool";

export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Plan Width": number;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: PlanNode[];
};

/** How a prepared statement is planned: for its values, as at first; or for any, as after some runs. */
export const planModes = ["force_custom_plan", "force_generic_plan"] as const;
type Statement = { text: string; values: unknown[] };

/** The plan of a statement as it ran, as a flat list; without counts, which are bounded by a limit of their own. */
export async function nodesOf(mode: (typeof planModes)[number], statement: Statement) {
  return withoutCounts(await planOf(mode, statement));
}

/** As {@link nodesOf}, with the counts. */
export async function allNodesOf(mode: (typeof planModes)[number], statement: Statement) {
  return flat(await planOf(mode, statement));
}

async function planOf(mode: (typeof planModes)[number], { text, values }: Statement): Promise<PlanNode> {
  const client = await readers().connect();
  let asLent = false;
  try {
    await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${mode}`);
    await client.query(`PREPARE asked AS ${text}`);
    const list = values.length > 0 ? `(${values.map(literal).join(", ")})` : "";
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked ${list}`);
    await client.query("ROLLBACK; DEALLOCATE asked");
    asLent = true;
    return rows[0]["QUERY PLAN"][0].Plan as PlanNode;
  } finally {
    client.release(!asLent);
  }
}

/** The tables that a plan reads from end to end. */
export function scannedWhole(nodes: PlanNode[]): string[] {
  return nodes.flatMap((node) => (node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : []));
}

/** Rows that the scans of a plan touched, found or thrown away. */
export function rowsRead(nodes: PlanNode[]): number {
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

/** Blocks of tables and indexes that a plan touched; an index that is walked past rows shows in these alone. */
export function blocksTouched([whole]: PlanNode[]): number {
  return (whole?.["Shared Hit Blocks"] ?? 0) + (whole?.["Shared Read Blocks"] ?? 0);
}

/** Rows that the largest sort of a plan took in. */
export function mostSorted(nodes: PlanNode[]): number {
  const sorts = nodes.filter((node) => /Sort/.test(node["Node Type"]));
  return Math.max(
    0,
    ...sorts.map(({ Plans }) => (Plans?.[0]?.["Actual Rows"] ?? 0) * (Plans?.[0]?.["Actual Loops"] ?? 1)),
  );
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(", ")}]::text[]`;
  return `'${(value instanceof Date ? value.toISOString() : String(value)).replaceAll("'", "''")}'`;
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}

function withoutCounts(node: PlanNode): PlanNode[] {
  if (node["Node Type"] === "Aggregate" && node.Plans?.[0]?.["Node Type"] === "Limit") return [];
  return [node, ...(node.Plans ?? []).flatMap(withoutCounts)];
}
