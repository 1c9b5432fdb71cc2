import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { listDeskArticles } from "@/lib/desk/articles/list";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { type DeskArticleQuery, deskArticleQuerySchema } from "@/lib/desk/articles/schema";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { getPublicArticle } from "@/lib/public/articles";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

let editor: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
});

/** The addresses of the first page of the list. */
const listed = async (query: DeskArticleQuery = {}) =>
  (await listDeskArticles(editor, query)).rows.map(({ slug }) => slug);

describe("an archived article", () => {
  test.each(["An old article", "مقال قديم"])("leaves the list but not the archive: %s", async (title) => {
    const { id, slug } = await anArticle(editor, { title });
    await archiveArticle(editor, id);
    expect(await listed()).not.toContain(slug);
    expect(await listed({ archived: true })).toContain(slug);
    expect(await listed({ archived: true, q: title })).toEqual([slug]);
    expect((await getDeskArticle(editor, slug)).archivedAt).not.toBeNull();
    await restoreArticle(editor, id);
    expect(await listed()).toContain(slug);
    expect(await listed({ archived: true })).not.toContain(slug);
    expect((await getDeskArticle(editor, slug)).archivedAt).toBeNull();
  });

  test("takes no new claims, and says what to do", async () => {
    const { id: articleId } = await anArticle(editor);
    await archiveArticle(editor, articleId);
    await expect(aClaim(editor, { articleId })).rejects.toMatchObject({
      code: "conflict",
      reason: "article_archived",
      message: expect.stringContaining("Restore it"),
      details: [{ path: "articleId" }],
    });
    await restoreArticle(editor, articleId);
    expect((await aClaim(editor, { articleId })).slug).toBeTruthy();
  });

  test("takes none while it is being archived: all claims were made before", async () => {
    const { id: articleId, slug } = await anArticle(editor);
    const made = await Promise.allSettled([
      ...Array.from({ length: 3 }, () => aClaim(editor, { articleId })),
      archiveArticle(editor, articleId),
      ...Array.from({ length: 3 }, () => aClaim(editor, { articleId })),
    ]);
    const refused = made.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ reason: "article_archived" });
    expect((await getDeskArticle(editor, slug)).marks).toHaveLength(6 - refused.length);
  });

  test("stays where readers find it: what is published is never lost", async () => {
    const { id: articleId, slug } = await anArticle(editor);
    const claim = await aClaim(editor, { articleId });
    await someEvidence(editor, claim.id);
    await published(editor, publisher, aVerdict(claim.id));
    const before = await getPublicArticle(slug);
    await archiveArticle(editor, articleId);
    expect(await getPublicArticle(slug)).toEqual(before);
  });

  test("is archived once, whoever asks again, and the log tells both ways", async () => {
    const { id } = await anArticle(editor);
    await archiveArticle(editor, id);
    await archiveArticle(publisher, id);
    await restoreArticle(publisher, id);
    await restoreArticle(editor, id);
    const admin = await somebody("admin");
    const { events } = await listEvents(admin, id);
    expect(events.map(({ action }) => action).sort()).toEqual([
      "article.archive",
      "article.create",
      "article.restore",
    ]);
  });

  test("is for staff, and for articles that there are", async () => {
    const { id } = await anArticle(editor);
    const reader = await somebody("reader");
    await expect(archiveArticle(reader, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreArticle(reader, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveArticle(editor, "nothing")).rejects.toMatchObject({ code: "not_found" });
  });

  test("is archived and restored by programs", async () => {
    const { id: articleId, slug } = await anArticle(editor);
    await commands["archive-article"]?.(editor, { articleId });
    expect((await getDeskArticle(editor, slug)).archivedAt).not.toBeNull();
    await commands["restore-article"]?.(editor, { articleId });
    expect((await getDeskArticle(editor, slug)).archivedAt).toBeNull();
    await expect(commands["archive-article"]?.(editor, {})).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("the desk's list of articles", () => {
  const title = (n: number) => `Listed number ${n}`;

  beforeAll(async () => {
    for (let n = 0; n < 120; n++) {
      const instant = { ...editor, now: () => new Date(Date.UTC(2030, 0, 1, 0, 0, Math.floor(n / 3))) };
      await anArticle(instant, { title: title(n), publisher: n % 2 ? "صحيفة الأخبار" : "The Courier" });
    }
  });

  test("is read page by page, forwards and back, each article once", async () => {
    const pages: string[][] = [];
    for (let after: string | undefined; ; ) {
      const page = await listDeskArticles(editor, { q: "Listed number", after });
      expect(page.total).toBe(120);
      expect(page.previous === null).toBe(after === undefined);
      pages.push(page.rows.map((row) => row.title));
      if (!page.next) break;
      after = page.next;
    }
    expect(pages.map((rows) => rows.length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flat()).size).toBe(120);
    const second = await listDeskArticles(editor, {
      q: "Listed number",
      after: (await listDeskArticles(editor, { q: "Listed number" })).next ?? "",
    });
    const back = await listDeskArticles(editor, { q: "Listed number", before: second.previous ?? "" });
    expect(back.rows.map((row) => row.title)).toEqual(pages[0]);
    expect(back.previous).toBeNull();
    const again = await listDeskArticles(editor, { q: "Listed number", after: back.next ?? "" });
    expect(again.rows.map((row) => row.title)).toEqual(pages[1]);
  });

  test.each([
    ["words of the title", "number listed 77", [title(77)]],
    ["parts of words", "isted umber 118", [title(118)]],
    ["nothing that is a pattern", "Listed % number 3", []],
    ["what no text can hold as if it were not there", "Listed \0 number 118", [title(118)]],
  ])("is searched by %s", async (_, q, titles) => {
    const { rows } = await listDeskArticles(editor, { q });
    expect(rows.map((row) => row.title)).toEqual(titles);
  });

  test("is searched by the publisher, in Arabic however it is spelt", async () => {
    const { total, rows } = await listDeskArticles(editor, { q: "صَحيفه الاخبار" });
    expect(total).toBe(60);
    expect(rows.every(({ publisher }) => publisher === "صحيفة الأخبار")).toBe(true);
  });

  test("refuses a cursor of another list", async () => {
    await expect(listDeskArticles(editor, { after: "x" })).rejects.toMatchObject({
      code: "invalid",
      details: [{ path: "after" }],
    });
    await expect(listDeskArticles(editor, { before: "x" })).rejects.toMatchObject({
      details: [{ path: "before" }],
    });
  });

  test("reads whatever an address says", () => {
    expect(deskArticleQuerySchema.parse({ q: ["a", "b"], archived: "true", after: "", x: "1" })).toEqual({
      q: "a",
      archived: true,
      after: undefined,
      before: undefined,
    });
  });
});
