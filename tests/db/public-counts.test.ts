import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { transaction } from "@/lib/platform/db/transaction";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { listRecords } from "@/lib/public/claims/list";
import { resolveFilter } from "@/lib/public/claims/where";
import { rebuildProjection } from "@/lib/public/projection/rebuild";
import { projectClaim } from "@/lib/public/projection/write";
import { claimDocument } from "@/lib/record/format/document";
import { type Rating, ratings } from "@/lib/record/vocabulary";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { fillProjection } from "@/tests/factories/published-table";
import { findClaims, findFacets } from "@/tests/factories/reading";

let editor: Context;
let publisher: Context;
let articleId: string;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  articleId = (await anArticle(editor)).id;
});

async function kept() {
  const { rows } = await pool().query("SELECT facet, value, count FROM public_count ORDER BY 1, 2");
  return rows;
}

async function topicRows() {
  const { rows } = await pool().query("SELECT * FROM public_claim_topic ORDER BY claim_id, topic");
  return rows;
}

async function words() {
  const { rows } = await pool().query("SELECT word, stem, claims FROM search_word ORDER BY word");
  return rows;
}

async function countedAnew<T>(read: () => Promise<T>): Promise<T> {
  await pool().query("CALL rebuild_public_counts()");
  await pool().query("CALL rebuild_search_words()");
  return read();
}

const note = { en: "We looked again." };

/** One claim's life: what is done to it, one after the other, where its stage allows it. */
async function live({ claimant, topic, ratings: given, retracted, archived }: Life): Promise<void> {
  const { id } = await aClaim(editor, {
    articleId,
    claimant: { en: `Claimant ${claimant}` },
    newTopic: { en: `Topic ${topic}` },
  });
  if (given.length === 0) {
    if (archived) await moveClaim(publisher, id, "archive");
    return;
  }
  await someEvidence(editor, id);
  for (const [at, rating] of given.entries()) {
    const kind = at === 0 ? "publication" : "correction";
    await published(editor, publisher, aVerdict(id, { rating, kind, note: at === 0 ? {} : note }));
  }
  const rating = given.at(-1) as Rating;
  if (retracted) await published(editor, publisher, aVerdict(id, { rating, kind: "retraction", note }));
}

const life = fc.record({
  claimant: fc.integer({ min: 0, max: 3 }),
  topic: fc.integer({ min: 0, max: 3 }),
  ratings: fc.array(fc.constantFrom(...ratings), { maxLength: 3 }),
  retracted: fc.boolean(),
  archived: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

describe("kept counts, and the list of words with theirs", () => {
  test("are those counted anew, whatever was published, corrected, retracted and archived at once", {
    timeout: 180_000,
  }, async () => {
    const lives = fc.array(life, { minLength: 4, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lives, async (claims) => {
        await Promise.all(claims.map(live));
        const [counts, topics, list] = [await kept(), await topicRows(), await words()];
        expect(counts.length).toBeGreaterThan(0);
        expect(counts.every(({ count }) => count > 0)).toBe(true);
        expect(counts).toEqual(await countedAnew(kept));
        expect(topics).toEqual(await countedAnew(topicRows));
        expect(list.length).toBeGreaterThan(0);
        expect(list).toEqual(await countedAnew(words));
      }),
      { numRuns: 4, seed: 20250412 },
    );
  });

  test("are taken back with the transaction that made them", async () => {
    const before = await kept();
    const failing = transaction(async (tx) => {
      const row = await tx.publicClaim.findFirstOrThrow();
      await tx.publicClaim.delete({ where: { claimId: row.claimId } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await kept()).toEqual(before);
  });

  test("give the total and the facets that the rows give", async () => {
    for (const status of ["unchecked", "false", "retracted"]) {
      const query = claimQuerySchema.parse({ status, limit: "200" });
      const { rows, total, exact } = await findClaims(query);
      expect({ total, exact }).toEqual({ total: rows.length, exact: true });
      const { claimant } = await findFacets(query);
      for (const { value, count } of claimant) {
        expect(count).toBe(rows.filter(({ claim }) => claim.claimant?.key === value).length);
      }
    }
  });
});

describe("records", () => {
  test("say what the documents say", async () => {
    const query = claimQuerySchema.parse({ limit: "200" });
    const [documents, records] = [
      await findClaims(query),
      await listRecords(await resolveFilter(query), "https://desk.example"),
    ];
    expect(records.rows.map((text) => JSON.parse(text))).toEqual(
      documents.rows.map((row) => claimDocument(row, "https://desk.example")),
    );
  });

  test("are written anew where an older desk has none", async () => {
    const all = await db().publicClaim.findMany({ orderBy: { claimId: "asc" } });
    await db().publicClaim.updateMany({ data: { recordHead: "", recordTail: "" } });
    expect(await rebuildProjection()).toBe(all.length);
    expect(await db().publicClaim.findMany({ orderBy: { claimId: "asc" } })).toEqual(all);
    expect(await rebuildProjection()).toBe(0);
  });

  test("hold a text that looks like the mark between the halves", async () => {
    const { id } = await aClaim(editor, { articleId, text: { en: "It said \\u0000 and {origin}." } });
    await transaction((tx) => projectClaim(tx, id));
    const [text = ""] = (
      await listRecords(await resolveFilter(claimQuerySchema.parse({})), "https://a.example")
    ).rows;
    expect(JSON.parse(text)).toMatchObject({ claim: { text: { en: "It said \\u0000 and {origin}." } } });
  });
});

describe("a large table", () => {
  beforeAll(() => fillProjection(pool(), 12_000), 240_000);

  test("counts up to 10,000 where no count is kept, and says that there are more", async () => {
    const page = await findClaims(claimQuerySchema.parse({ from: "2020-01-02" }));
    expect(page).toMatchObject({ total: 10_000, exact: false });
    expect(await findClaims(claimQuerySchema.parse({ language: "ar", from: "2020-10" }))).toMatchObject({
      exact: true,
    });
  });

  test("knows every total of one filter and of two", async () => {
    for (const filter of [
      {},
      { status: "false" },
      { status: "false", publisher: "publisher-0" },
      { topic: "topic-3", language: "ar" },
    ]) {
      const { total, exact } = await findClaims(claimQuerySchema.parse(filter));
      const values = Object.values(filter);
      const columns = { status: "status", publisher: "publisher", topic: "topics", language: "language" };
      const where = Object.keys(filter).map(
        (name, at) => `$${at + 1} = ANY (ARRAY[${columns[name as keyof typeof columns]}]::text[])`,
      );
      const { rows } = await pool().query(
        `SELECT count(*)::int AS count FROM public_claim ${where.length > 0 ? `WHERE ${where.join(" AND ").replace("ARRAY[topics]::text[]", "topics")}` : ""}`,
        values,
      );
      expect({ total, exact }).toEqual({ total: rows[0].count, exact: true });
    }
  });

  test("offers values without a count where the filters leave too many to look through", async () => {
    const most = ["topic-0", "topic-1", "topic-2", "topic-3", "topic-4", "topic-5"];
    const { status, claimant, topic } = await findFacets(
      claimQuerySchema.parse({ from: "2020-01-02", topic: most }),
    );
    expect(status.map(({ value }) => value)).toContain("false");
    expect(status.every(({ count }) => count === null)).toBe(true);
    expect(claimant.length).toBe(20);
    expect(topic.map(({ value }) => value)).toContain("topic-3");
  });

  test("offers what is selected, though it is none of the most frequent, with its names or none", async () => {
    const { claimant } = await findFacets(claimQuerySchema.parse({ claimant: "claimant-398,nobody" }));
    expect(claimant).toContainEqual({ value: "nobody", names: {}, count: 0 });
    expect(claimant.find(({ value }) => value === "claimant-398")?.count).toBeGreaterThan(0);
  });
});
