import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { pool, readers } from "@/lib/platform/db/pool";
import { namesStatement, suggest } from "@/lib/public/suggest";
import { loadDemo } from "@/prisma/seed/load";

beforeAll(async () => {
  await loadDemo();
}, 120_000);

const names = async (q: string, locale: "en" | "ar" = "en") => {
  const { claimants, topics } = await suggest({ q, locale });
  return [...claimants, ...topics].map(({ text }) => text);
};

describe("names, by the beginnings of their words", () => {
  test.each([
    ["a first word", "jd", ["JD Vance"]],
    ["a later word", "van", ["JD Vance"]],
    ["all of several", "va jd", ["JD Vance"]],
    ["in the other script", "فانس", ["JD Vance"]],
    ["however it is spelled", "ألكسَنـدر", ["Alexander Vedyakhin"]],
    ["without the article", "كلفة", ["Cost"]],
    ["a topic", "regul", ["Regulation"]],
    ["of a field", "claimant:van", ["JD Vance"]],
    ["of both", "ge", ["Geopolitics"]],
    ["not inside of a word", "ance", []],
    ["not of another field", "topic:vance", []],
    ["not what is excluded", "-vance", []],
    ["not one letter", "v", []],
    ["not a sign that means all", "%%", []],
    ["not a name of too many words", "a b c d e f g", []],
  ])("%s", async (_, q, expected) => expect(await names(q)).toEqual(expected));

  test("in the reader's language, with the table filtered by them", async () => {
    const { claimants } = await suggest({ q: "vance", locale: "ar" });
    const count = await db().publicClaim.count({ where: { claimantKey: "jd-vance" } });
    expect(claimants).toEqual([
      {
        text: "جيه دي فانس",
        language: "ar",
        dir: "rtl",
        count,
        claimant: "jd-vance",
        path: "/ar?claimant=jd-vance",
      },
    ]);
  });

  test("only those of public claims, and again when they are renamed", async () => {
    await db().claimant.create({ data: { id: "nobody", key: "nobody", names: { en: "Nobody Known" } } });
    expect(await names("nobody")).toEqual([]);
    await db().claimant.update({ where: { key: "jd-vance" }, data: { names: { en: "James Vance" } } });
    // Found by its name of now, shown by the one that readers know.
    expect(await names("james")).toEqual(["JD Vance"]);
    expect(await names("فانس")).toEqual([]);
  });
});

describe("claims", () => {
  test("that what was typed finds, five at most", async () => {
    const { claims } = await suggest({ q: "H800", locale: "en" });
    expect(claims).toEqual([
      {
        text: "Building DeepSeek’s model took no more than $6 million and 2,000 Nvidia H800 GPUs.",
        language: "en",
        dir: "ltr",
        slug: "deepseek-model-cost-six-million-dollars",
        path: "/claims/deepseek-model-cost-six-million-dollars",
      },
    ]);
    expect((await suggest({ q: "deepseek", locale: "ar" })).claims).toHaveLength(5);
  });
});

test("a desk of very many claimants is not read whole", async () => {
  const many = 60_000;
  await pool().query("ALTER TABLE claimant DISABLE TRIGGER USER");
  await pool().query(
    `INSERT INTO claimant (id, key, names)
     SELECT key, key, jsonb_build_object('en', substr(md5('a' || n), 1, 6) || ' ' || md5('b' || n))
     FROM generate_series(1, $1) AS n, LATERAL (SELECT 'many-' || n AS key) AS named`,
    [many],
  );
  await pool().query(
    `INSERT INTO public_count (facet, value, count)
     SELECT 'claimant', 'many-' || n, n % 40 FROM generate_series(1, $1) AS n`,
    [many],
  );
  // What was just written waits before the index, and has it look dear, until it is vacuumed.
  await pool().query("VACUUM ANALYZE claimant, public_count");
  for (const mode of ["force_custom_plan", "force_generic_plan"]) {
    const plan = await planOf(mode, namesStatement("claimant", ["ab"]));
    expect(plan, mode).toContain("claimant_folded_names_idx");
    expect(plan, mode).not.toContain("Seq Scan");
  }
}, 60_000);

async function planOf(mode: string, { text, values }: ReturnType<typeof namesStatement>): Promise<string> {
  const client = await readers().connect();
  try {
    await client.query(`SET plan_cache_mode = ${mode}`);
    await client.query(`PREPARE asked AS ${text}`);
    const list = values.map((value) => `'${value}'`).join();
    const { rows } = await client.query(`EXPLAIN (ANALYZE) EXECUTE asked (${list})`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    client.release(true);
  }
}
