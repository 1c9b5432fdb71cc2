import { beforeAll, describe, expect, test } from "vitest";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { findLastEdit, listEvents } from "@/lib/desk/audit/queries";
import { UNDO_MS } from "@/lib/desk/audit/removed-rows";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance, restoreAppearance } from "@/lib/desk/claims/appearances";
import { getDeskClaim, listRemovedAppearances } from "@/lib/desk/claims/queries";
import { getQueue } from "@/lib/desk/claims/queue";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { editEvidence, orderEvidence, removeEvidence, restoreEvidence } from "@/lib/desk/evidence/commands";
import { listEvidence, listRemovedEvidence } from "@/lib/desk/evidence/queries";
import { editedEvidenceSchema } from "@/lib/desk/evidence/schema";
import { listNotifications } from "@/lib/desk/notifications/queries";
import { db } from "@/lib/platform/db/client";
import { getClaim } from "@/lib/public/claims/get-claim";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

let now = new Date("2026-11-26T12:00:00Z");
let editor: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor", () => now);
  publisher = await somebody("publisher", () => now);
});

const titlesOf = async (claimId: string) => (await listEvidence(editor, claimId)).map(({ title }) => title);

/** A claim with three pieces of evidence. */
async function withEvidence() {
  const { id, slug } = await aClaim(editor);
  const pieces: string[] = [];
  for (const title of ["First", "الثاني", "Third"]) pieces.push(await someEvidence(editor, id, { title }));
  return { claimId: id, slug, first: pieces[0] ?? "", second: pieces[1] ?? "", third: pieces[2] ?? "" };
}

describe("removed evidence", () => {
  test("comes back as the same row, at its place", async () => {
    const { claimId, second } = await withEvidence();
    const excerpt = "نصّ  عن «الكلفة»\n😀";
    const {
      title,
      url,
      publisher: house,
      language,
      stance,
      accessedOn,
      note,
    } = {
      ...(await db().evidence.findUniqueOrThrow({ where: { id: second } })),
    };
    const fields = { title, url, publisher: house, language, stance, accessedOn, note, linkAnswers: "no" };
    await editEvidence(
      editor,
      editedEvidenceSchema.parse({ ...fields, excerpt, evidenceId: second, version: 1 }),
    );
    const before = await db().evidence.findMany({ where: { claimId }, orderBy: { position: "asc" } });
    await removeEvidence(editor, second);
    expect(await titlesOf(claimId)).toEqual(["First", "Third"]);
    expect(await listRemovedEvidence(publisher, claimId)).toEqual([
      { id: second, title: "الثاني", language: "en", by: editor.actor?.name, at: now },
    ]);
    await restoreEvidence(publisher, { claimId, evidenceId: second });
    const after = await db().evidence.findMany({ where: { claimId }, orderBy: { position: "asc" } });
    const whenever = { updatedAt: expect.any(Date) };
    expect(after).toEqual(before.map((row) => ({ ...row, ...whenever })));
    expect(await listRemovedEvidence(editor, claimId)).toEqual([]);
    expect((await listEvents(editor, claimId)).events[0]).toMatchObject({ action: "evidence.restore" });
  });

  test("comes back before what took its place", async () => {
    const { claimId, first, second, third } = await withEvidence();
    await removeEvidence(editor, first);
    await orderEvidence(editor, { claimId, order: [third, second] });
    await restoreEvidence(editor, { claimId, evidenceId: first });
    expect(await titlesOf(claimId)).toEqual(["First", "Third", "الثاني"]);
  });

  test("comes back once, however often it is asked for", async () => {
    const { claimId, first } = await withEvidence();
    await removeEvidence(editor, first);
    const restore = () => restoreEvidence(editor, { claimId, evidenceId: first });
    await Promise.all([restore(), restore(), restore()]);
    expect(await titlesOf(claimId)).toEqual(["First", "الثاني", "Third"]);
    const { events } = await listEvents(editor, claimId);
    expect(events.filter(({ action }) => action === "evidence.restore")).toHaveLength(1);
  });

  test("can be removed again, and comes back as it was last", async () => {
    const { claimId, first } = await withEvidence();
    for (const title of ["Second title", "Third title"]) {
      await db().evidence.update({ where: { id: first }, data: { title } });
      await removeEvidence(editor, first);
      expect((await listRemovedEvidence(editor, claimId)).map((line) => line.title)).toEqual([title]);
      await restoreEvidence(editor, { claimId, evidenceId: first });
      expect((await titlesOf(claimId))[0]).toBe(title);
    }
  });

  test("is offered for a day, and stays in the log", async () => {
    const { claimId, first } = await withEvidence();
    await removeEvidence(editor, first);
    const then = now;
    now = new Date(then.getTime() + UNDO_MS + 1);
    try {
      expect(await listRemovedEvidence(editor, claimId)).toEqual([]);
      await expect(restoreEvidence(editor, { claimId, evidenceId: first })).rejects.toMatchObject({
        code: "not_found",
        reason: "undo_over",
      });
    } finally {
      now = then;
    }
  });

  test("is put back on its own claim alone, and nothing else is", async () => {
    const [one, other] = [await withEvidence(), await withEvidence()];
    await removeEvidence(editor, one.first);
    for (const [claimId, evidenceId] of [
      [other.claimId, one.first],
      [one.claimId, "nothing"],
      ["nothing", one.first],
    ]) {
      await expect(
        restoreEvidence(editor, { claimId: claimId ?? "", evidenceId: evidenceId ?? "" }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("leaves what is published as it was", async () => {
    const { claimId, slug, first } = await withEvidence();
    await published(editor, publisher, aVerdict(claimId));
    const [revision, document] = [
      await db().revision.findFirst({ where: { claimId } }),
      await getClaim(slug),
    ];
    await removeEvidence(editor, first);
    await restoreEvidence(editor, { claimId, evidenceId: first });
    expect(await db().revision.findFirst({ where: { claimId } })).toEqual(revision);
    expect(await getClaim(slug)).toEqual(document);
  });
});

describe("a removed appearance", () => {
  const place = (claimId: string, title: string) => ({
    claimId,
    title,
    url: `https://elsewhere.example/${encodeURIComponent(title)}`,
    publisher: null,
    language: "ar",
    publishedOn: "2025-04",
    change: { en: "Says more.", ar: "يزيد عليه." },
  });
  const titles = async (slug: string) =>
    (await getDeskClaim(editor, slug)).appearances.map(({ title }) => title);

  test("comes back as the same row, at its place, also where another one took that", async () => {
    const { id, slug } = await aClaim(editor);
    await addAppearance(editor, place(id, "One"));
    const two = await addAppearance(editor, place(id, "اثنان"));
    const before = await db().appearance.findUniqueOrThrow({ where: { id: two } });
    await removeAppearance(editor, two);
    await addAppearance(editor, place(id, "Three"));
    expect(await titles(slug)).toEqual(["One", "Three"]);
    expect(await listRemovedAppearances(editor, id)).toMatchObject([{ id: two, place: "اثنان" }]);
    await restoreAppearance(editor, { claimId: id, appearanceId: two });
    expect(await titles(slug)).toEqual(["One", "اثنان", "Three"]);
    expect(await db().appearance.findUniqueOrThrow({ where: { id: two } })).toEqual(before);
    expect((await getClaim(slug)).appearances.map(({ title }) => title)).toEqual(["One", "اثنان", "Three"]);
    await restoreAppearance(editor, { claimId: id, appearanceId: two });
    expect(await listRemovedAppearances(editor, id)).toEqual([]);
  });

  test("is not there any more for whoever removes it at the same time", async () => {
    const { id } = await aClaim(editor);
    const appearanceId = await addAppearance(editor, place(id, "One"));
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => removeAppearance(editor, appearanceId)));
    const codes = outcomes.map((one) => (one.status === "rejected" ? one.reason.code : "removed"));
    expect(codes.sort()).toEqual(["not_found", "not_found", "removed"]);
  });
});

test("an archived claim says so in lists, with who archived it when, until it is restored", async () => {
  const article = await anArticle(editor);
  const { id, slug } = await aClaim(editor, { articleId: article.id });
  const priority = "normal";
  await assignClaim(editor, { claimId: id, personId: publisher.actor?.id ?? "", dueOn: null, priority });
  const marks = async () => ({
    inQueue: (await getQueue(editor)).archived.some((line) => line.slug === slug),
    inArticle: (await getDeskArticle(editor, article.slug)).marks[0]?.archived,
    inNotices: (await listNotifications(publisher)).notifications.some(({ archived }) => archived),
  });
  await moveClaim(editor, id, "archive");
  expect(await marks()).toEqual({ inQueue: true, inArticle: true, inNotices: true });
  const by = { by: editor.actor?.name, at: now.toISOString() };
  expect(await findLastEdit(publisher, { entityId: id, action: "claim.archive" })).toEqual(by);
  await moveClaim(publisher, id, "restore");
  expect(await marks()).toEqual({ inQueue: false, inArticle: false, inNotices: false });
});
