import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";

const heard: string[] = [];
const listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(async () => {
  await listener.connect();
  listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listener.query("LISTEN veritable_public");
});
afterAll(() => listener.end());

const version = async () => Number((await db().publicVersion.findFirstOrThrow()).version);

/** The scopes that a change bumped, and how many versions it took. */
async function bumpedBy(change: () => Promise<unknown>): Promise<{ scopes: string[]; versions: number }> {
  const before = await version();
  await change();
  const rows = await db().publicScope.findMany({ where: { version: { gt: before } } });
  return { scopes: rows.map(({ scope }) => scope).sort(), versions: (await version()) - before };
}

test("a publication bumps its claim and the table, once, and tells of it", async () => {
  const [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  const claim = await aClaim(editor);
  await someEvidence(editor, claim.id);
  const { scopes } = await bumpedBy(() => published(editor, publisher, aVerdict(claim.id)));
  expect(scopes).toEqual(["all", `claim:${claim.slug}`]);
  await expect.poll(() => heard).toContain(String(await version()));
});

test("one transaction has one version, whatever it changes", async () => {
  const editor = await somebody("editor");
  const { scopes, versions } = await bumpedBy(() =>
    transaction(async () => {
      const { id: articleId } = await anArticle(editor);
      for (const en of ["One.", "Two.", "Three."]) await aClaim(editor, { articleId, text: { en } });
    }),
  );
  expect(versions).toBe(1);
  expect(scopes.filter((scope) => scope.startsWith("claim:"))).toHaveLength(3);
  expect(scopes).toContain("all");
});

test("what readers do not see bumps nothing", async () => {
  const editor = await somebody("editor");
  const claim = await aClaim(editor);
  const { versions } = await bumpedBy(() => someEvidence(editor, claim.id));
  expect(versions).toBe(0);
});

test("what is rolled back bumps nothing", async () => {
  const editor = await somebody("editor");
  const { scopes, versions } = await bumpedBy(() =>
    transaction(async () => {
      await aClaim(editor);
      throw new Error("No.");
    }).catch(() => {}),
  );
  expect({ scopes, versions }).toEqual({ scopes: [], versions: 0 });
});

test("an article's page changes with its texts, its quotes and the names of topics", async () => {
  const editor = await somebody("editor");
  const { id: articleId, slug } = await anArticle(editor);
  const claim = await aClaim(editor, { articleId });
  const { versions: _, ...moved } = await bumpedBy(
    () => db().$executeRaw`UPDATE appearance SET quote_prefix = 'x' WHERE claim_id = ${claim.id}`,
  );
  expect(moved.scopes).toEqual([`article:${slug}`]);
  const titled = await bumpedBy(() =>
    db().article.update({ where: { id: articleId }, data: { title: "عنوان" } }),
  );
  expect(titled.scopes).toEqual(["all", `article:${slug}`]);
  const named = await bumpedBy(() => db().$executeRaw`UPDATE claimant SET names = '{"en": "Other"}'`);
  expect(named.scopes).toEqual(["all"]);
});

test("versions become visible in their order, however the commits meet", async () => {
  const editor = await somebody("editor");
  const { id: articleId } = await anArticle(editor);
  const claims = [];
  for (let n = 0; n < 8; n++)
    claims.push(await anInternalClaim(editor, { articleId, text: { en: `At once ${n}.` } }));
  const before = await version();
  await Promise.all(claims.map(({ id }) => moveClaim(editor, id, "release")));
  const rows = await db().publicScope.findMany({
    where: { version: { gt: before }, scope: { startsWith: "claim:" } },
  });
  expect(rows.map((row) => Number(row.version)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 8 }, (_, n) => before + n + 1),
  );
});

test("each thing that readers see bumps the scopes of the pages that show it", async () => {
  const [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  const { id: articleId, slug } = await anArticle(editor);
  const claim = await aClaim(editor, { articleId, newTopic: { en: "Budget" } });
  await someEvidence(editor, claim.id);
  await published(editor, publisher, aVerdict(claim.id));
  const { id: versionId } = await db().articleVersion.findFirstOrThrow({ where: { articleId } });
  const page = [`article:${slug}`];
  const translation = { articleVersionId: versionId, language: "en", title: "T", text: "Text." };
  const changes: Array<[string, () => Promise<unknown>, string[]]> = [
    [
      "a version of the text",
      () => db().$executeRaw`
      INSERT INTO article_version (id, article_id, number, text, text_hash, created_at, created_by_id)
      SELECT 'next', article_id, 2, text || '.', 'x', created_at, created_by_id FROM article_version WHERE id = ${versionId}`,
      ["all", ...page],
    ],
    ["a translation", () => db().articleTranslation.create({ data: translation }), ["all", ...page]],
    [
      "a translation's words",
      () => db().articleTranslation.updateMany({ data: { title: "U" } }),
      ["all", ...page],
    ],
    ["a translation taken away", () => db().articleTranslation.deleteMany(), ["all", ...page]],
    ["a topic's name", () => db().$executeRaw`UPDATE topic SET names = '{"en": "Costs"}'`, ["all"]],
    [
      "a row of the table",
      () => db().publicClaim.update({ where: { claimId: claim.id }, data: { publisher: "P" } }),
      ["all", `claim:${claim.slug}`],
    ],
    [
      "a row taken away",
      () => db().publicClaim.delete({ where: { claimId: claim.id } }),
      ["all", `claim:${claim.slug}`],
    ],
    ["the whole table", () => db().$executeRaw`TRUNCATE public_claim CASCADE`, ["*"]],
  ];
  for (const [what, change, scopes] of changes) expect((await bumpedBy(change)).scopes, what).toEqual(scopes);
});

test("a row that is written as it was bumps nothing", async () => {
  const claim = await aClaim(await somebody("editor"));
  const { versions } = await bumpedBy(
    () => db().$executeRaw`UPDATE public_claim SET slug = slug WHERE claim_id = ${claim.id}`,
  );
  expect(versions).toBe(0);
});
