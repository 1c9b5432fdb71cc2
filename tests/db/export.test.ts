import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as entriesRoute } from "@/app/api/v1/log/entries/route";
import { GET as fileRoute } from "@/app/api/v1/verdicts.json/route";
import { GET as linesRoute } from "@/app/api/v1/verdicts.ndjson/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { decodeSince } from "@/lib/exchange/exports/since";
import { currentCursor, exportVerdictLines, exportVerdicts } from "@/lib/exchange/exports/verdicts";
import { claimFilterSchema } from "@/lib/public/claims/filters";
import { getClaim } from "@/lib/public/claims/get-claim";
import { resolveFilter } from "@/lib/public/claims/where";
import { claimDetail } from "@/lib/record/format/document";
import { type VerdictsFile, verdictsJsonSchema } from "@/lib/record/format/schema";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
const validate = ajv.compile(verdictsJsonSchema());
const origin = "https://desk.example";

let editor: Context;
let publisher: Context;
let slugs: string[];

async function publishOne(text: string, articleId: string) {
  const claim = await aClaim(editor, { articleId, text: { en: text, ar: "نص" } });
  await someEvidence(editor, claim.id, { archiveUrl: "https://web.archive.org/x" });
  await published(editor, publisher, aVerdict(claim.id));
  return claim;
}

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  const article = await anArticle(editor, { url: "https://crypto.example/a", publishedOn: "2025-04" });
  const first = await publishOne("First", article.id);
  const second = await publishOne("Second", article.id);
  await aClaim(editor, { articleId: article.id, text: { en: "Unpublished" } });
  slugs = [first.slug, second.slug];
});

const ask = (route: typeof fileRoute, query: string) =>
  route(new Request(`${origin}/x?${query}`), { params: Promise.resolve({}) });

async function exported(filter: Record<string, string> = {}, since?: bigint): Promise<VerdictsFile> {
  const stream = exportVerdicts({
    filter: await resolveFilter(claimFilterSchema.parse(filter)),
    since,
    origin,
    now: new Date(),
  });
  return JSON.parse(await new Response(stream).text());
}

describe("the export", () => {
  test("is what its JSON Schema says, in the eyes of another validator", async () => {
    const file = await exported();
    validate(file);
    expect(validate.errors).toBeNull();
    expect(file.count).toBe(2);
    expect(file.verdicts.map(({ slug }) => slug)).toEqual(slugs);
  });

  test("has a schema that refuses what is not so", async () => {
    const file = await exported();
    expect(validate({ ...file, verdicts: [{ ...file.verdicts[0], status: "true" }] })).toBe(false);
    expect(validate({ ...file, verdicts: [{ ...file.verdicts[0], verdict: null }] })).toBe(false);
    expect(validate({ ...file, format: "veritable.verdicts/3" })).toBe(false);
  });

  test("carries the claim, its quote and its evidence", async () => {
    const [verdict] = (await exported()).verdicts;
    expect(verdict).toMatchObject({
      url: `https://desk.example/claims/${slugs[0]}`,
      status: "disputed",
      claim: {
        text: { en: "First", ar: "نص" },
        language: "en",
        claimant: { names: { en: "DeepSeek", ar: "ديب سيك" } },
      },
      source: {
        publisher: "crypto.news",
        language: "ar",
        publishedAt: "2025-04",
        quote: { exact: "$6M على 2,000 وحدة H800" },
      },
      verdict: { rating: "disputed", ratingValue: 2, revision: 1, correction: null, previousHash: null },
      evidence: [
        { stance: "refutes", publishedAt: "2024-12-27", note: { en: "Counts one final run only." } },
      ],
    });
    expect(verdict?.verdict.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test("has the same verdicts as lines, and the same cursor", async () => {
    const { verdicts, cursor } = await exported();
    const text = await new Response(
      exportVerdictLines({ filter: await resolveFilter(claimFilterSchema.parse({})), origin }),
    ).text();
    expect(text.split("\n")).toEqual([...verdicts.map((verdict) => JSON.stringify(verdict)), ""]);
    expect(await currentCursor()).toBe(cursor);
  });

  test("takes filters that look like SQL for what they are", async () => {
    const hostile = { topic: "a'b,\\'; DROP TABLE claim; --", publisher: "$1", q: "100%_'" };
    expect(await exported(hostile)).toMatchObject({ count: 0, verdicts: [] });
  });

  test("takes the filters of the table", async () => {
    expect((await exported({ q: "second" })).verdicts.map(({ slug }) => slug)).toEqual([slugs[1]]);
    expect(await exported({ status: "unchecked" })).toMatchObject({ count: 0, verdicts: [] });
  });

  test("answers only what changed after the cursor of an earlier one", async () => {
    const { cursor } = await exported();
    expect((await exported({}, decodeSince(cursor))).verdicts).toEqual([]);
    const claim = await getClaim(slugs[0] ?? "");
    const note = { en: "We had the wrong figure." };
    await published(editor, publisher, aVerdict(claim.id, { kind: "correction", rating: "false", note }));
    const later = await exported({}, decodeSince(cursor));
    validate(later);
    expect(validate.errors).toBeNull();
    expect(later.verdicts).toMatchObject([
      { slug: slugs[0], verdict: { revision: 2, correction: { kind: "correction", note } } },
    ]);
    expect((await exported()).count).toBe(2);
  });

  test("is one snapshot of the moment it began, however slowly it is read", async () => {
    const stream = exportVerdicts({
      filter: await resolveFilter(claimFilterSchema.parse({})),
      origin,
      now: new Date(),
    });
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    let text = decoder.decode((await reader.read()).value, { stream: true });
    const late = await publishOne("Too late", (await anArticle(editor)).id);
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
    }
    const file: VerdictsFile = JSON.parse(text);
    expect(file.count).toBe(file.verdicts.length);
    expect(file.verdicts.map(({ slug }) => slug)).not.toContain(late.slug);
  });

  test("gives its connection back when the reader goes away", async () => {
    for (let n = 0; n < 15; n++) {
      const stream = exportVerdicts({
        filter: await resolveFilter(claimFilterSchema.parse({})),
        origin,
        now: new Date(),
      });
      const reader = stream.getReader();
      await reader.read();
      await reader.cancel();
    }
    expect((await exported()).count).toBeGreaterThan(1);
  });

  test("has one claim's page say the same, with all revisions", async () => {
    const detail = claimDetail(await getClaim(slugs[0] ?? ""), origin);
    expect(detail.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(detail.verdict).toEqual(detail.revisions[1]);
  });

  describe("of all revisions", () => {
    const all = async (query = "") => {
      const response = await ask(fileRoute, `revisions=all${query}`);
      return { status: response.status, file: (await response.json()) as VerdictsFile };
    };
    const places = ({ verdicts }: VerdictsFile) =>
      verdicts.map(({ slug, verdict }) => `${slug} ${verdict.revision}`);

    test("has each as it was hashed, in the order of the log, with its count and the usual cursor", async () => {
      const { file } = await all();
      validate(file);
      expect(validate.errors).toBeNull();
      const { entries } = await (await ask(entriesRoute, "")).json();
      expect(file.verdicts).toEqual(entries.map(({ record }: { record: unknown }) => record));
      expect(file.count).toBe(file.verdicts.length);
      expect(file.cursor).toBe((await exported()).cursor);
      const lines = await (await ask(linesRoute, "revisions=all")).text();
      expect(lines.split("\n")).toEqual([...file.verdicts.map((one) => JSON.stringify(one)), ""]);
    });

    test("takes the filters of the claims, and what came after a cursor", async () => {
      expect(places((await all("&q=second")).file)).toEqual([`${slugs[1]} 1`]);
      expect(places((await all("&status=false")).file)).toEqual([`${slugs[0]} 1`, `${slugs[0]} 2`]);
      expect(places((await all("&status=unchecked")).file)).toEqual([]);
      const { cursor } = (await all()).file;
      expect(places((await all(`&since=${cursor}`)).file)).toEqual([]);
      const note = { en: "Once more." };
      const claim = await getClaim(slugs[0] ?? "");
      await published(editor, publisher, aVerdict(claim.id, { kind: "retraction", rating: "false", note }));
      expect(places((await all(`&since=${cursor}`)).file)).toEqual([`${slugs[0]} 3`]);
    });

    test.each([fileRoute, linesRoute])("refuses another value and names the parameter", async (route) => {
      for (const value of ["every", "", "ALL"]) {
        const response = await ask(route, `revisions=${value}`);
        expect(response.status).toBe(400);
        expect((await response.json()).error.details).toEqual([
          { path: "revisions", message: "Give latest or all." },
        ]);
      }
      expect((await ask(route, "revisions=latest")).status).toBe(200);
    });
  });

  test.each(["", "x", "djE6", "djI6NQ"])("refuses the cursor %j", (cursor) => {
    expect(() => decodeSince(cursor)).toThrow(/not the cursor of an export/);
  });
});
