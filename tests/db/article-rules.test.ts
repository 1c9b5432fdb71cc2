import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { type EditedArticle, editedArticleSchema } from "@/lib/desk/articles/schema";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { db } from "@/lib/platform/db/client";
import { getPublicArticle } from "@/lib/public/articles";
import { getClaim } from "@/lib/public/claims/get-claim";
import {
  aClaim,
  anArticle,
  arabicText,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";

// What the commands on articles promise, a test for each promise.

const start = new Date("2026-11-20T12:00:00Z");
let now = start;
let editor: Context;
let article: { id: string; slug: string };

beforeEach(async () => {
  now = start;
  editor = await somebody("editor", () => now);
  article = await anArticle(editor);
});

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const row = (id = article.id) => db().article.findUniqueOrThrow({ where: { id } });
const versions = (articleId = article.id) =>
  db().articleVersion.findMany({ where: { articleId }, orderBy: { number: "asc" } });
const lastEvent = async () => (await listEvents(editor, article.id)).events[0];
const edited = async (change: object = {}): Promise<EditedArticle> => {
  const read = await getDeskArticle(editor, article.slug);
  return editedArticleSchema.parse({ ...read, articleId: article.id, ...change });
};

describe("a new article", () => {
  test("has its text as version 1 under its SHA-256, runs as its language does, and is not public", async () => {
    expect(await row()).toMatchObject({
      version: 1,
      language: "ar",
      direction: "rtl",
      textPublic: false,
      archivedAt: null,
      createdById: editor.actor?.id,
      retrievedAt: now,
      updatedAt: now,
    });
    expect(await versions()).toMatchObject([{ number: 1, text: arabicText, textHash: sha256(arabicText) }]);
    expect((await lastEvent())?.change).toMatchObject({
      from: null,
      to: { title: "مقال", textHash: sha256(arabicText) },
    });
    expect((await row((await anArticle(editor, { language: "en", text: "Words." })).id)).direction).toBe(
      "ltr",
    );
    await expect(getPublicArticle(article.slug)).rejects.toMatchObject({ code: "not_found" });
  });

  test("was not published on a day that is yet to come, nor is it edited so", async () => {
    const late = { code: "invalid", details: [{ path: "publishedOn", message: "date_future" }] };
    await expect(anArticle(editor, { publishedOn: "2026-11-21" })).rejects.toMatchObject(late);
    await anArticle(editor, { publishedOn: "2026-11-20" });
    await expect(editArticle(editor, await edited({ publishedOn: "2027" }))).rejects.toMatchObject(late);
  });

  test("has the address that was asked for, or one of its title, and never one of another article", async () => {
    expect((await anArticle(editor, { slug: "the-article" })).slug).toBe("the-article");
    expect((await anArticle(editor, { title: "The article" })).slug).toBe("the-article-2");
    expect((await anArticle(editor, { title: "New" })).slug).toBe("new-2");
  });
});

describe("an edited article", () => {
  test("is saved at the version that was seen, and has the next one then", async () => {
    const fields = await edited({ title: "عنوان", language: "en" });
    for (const version of [0, 2])
      await expect(editArticle(editor, { ...fields, version })).rejects.toMatchObject({ reason: "edited" });
    now = new Date("2026-11-20T13:00:00Z");
    await editArticle(editor, fields);
    expect(await row()).toMatchObject({
      version: 2,
      title: "عنوان",
      direction: "ltr",
      updatedAt: now,
      createdAt: start,
    });
    expect((await lastEvent())?.change).toEqual({
      from: { title: "مقال", language: "ar" },
      to: { title: "عنوان", language: "en" },
    });
  });

  test("has a new version of its text where that changed, and none where it did not", async () => {
    await editArticle(editor, await edited({ title: "عنوان" }));
    expect(await versions()).toHaveLength(1);
    const text = `${arabicText}\n\nخاتمة.`;
    await editArticle(editor, await edited({ text }));
    expect(await versions()).toMatchObject([
      { number: 1, text: arabicText },
      { number: 2, text, textHash: sha256(text), createdById: editor.actor?.id },
    ]);
    expect((await lastEvent())?.change).toEqual({
      from: { textHash: sha256(arabicText) },
      to: { textHash: sha256(text) },
    });
  });

  test("changes what readers see of a claim that waits for a verdict, and nothing of one that is published", async () => {
    const publisher = await somebody("publisher", () => now);
    const waiting = await aClaim(editor, { articleId: article.id });
    const done = await aClaim(editor, { articleId: article.id, text: { en: "Another." } });
    await someEvidence(editor, done.id);
    await published(editor, publisher, aVerdict(done.id));
    await editArticle(editor, await edited({ publisher: "Another house" }));
    expect((await getClaim(waiting.slug)).source?.publisher).toBe("Another house");
    expect((await getClaim(done.slug)).source?.publisher).toBe("crypto.news");
  });

  test("is there, and of no other article a word changes", async () => {
    const other = await anArticle(editor);
    await editArticle(editor, await edited({ title: "عنوان", text: "نص." }));
    expect(await row(other.id)).toMatchObject({ title: "مقال", version: 1 });
    expect(await versions(other.id)).toHaveLength(1);
    await expect(editArticle(editor, { ...(await edited()), articleId: "nothing" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("an article is archived with the time of it, and the log has both states", async () => {
  now = new Date("2026-11-20T14:00:00Z");
  await archiveArticle(editor, article.id);
  expect(await row()).toMatchObject({ archivedAt: now, updatedAt: now });
  expect(await lastEvent()).toMatchObject({
    action: "article.archive",
    change: { from: { archivedAt: null }, to: { archivedAt: now.toISOString() } },
  });
  await restoreArticle(editor, article.id);
  expect((await row()).archivedAt).toBeNull();
  expect(await lastEvent()).toMatchObject({ action: "article.restore" });
});

test("a public article is one with a public claim, for as long as it has one", async () => {
  const isPublic = () =>
    getPublicArticle(article.slug).then(
      () => true,
      () => false,
    );
  const [one, two] = [
    await aClaim(editor, { articleId: article.id }),
    await aClaim(editor, { articleId: article.id, text: { en: "Two." } }),
  ];
  expect(await isPublic()).toBe(true);
  await moveClaim(editor, one.id, "hide");
  expect(await isPublic()).toBe(true);
  await moveClaim(editor, two.id, "hide");
  expect(await isPublic()).toBe(false);
});
