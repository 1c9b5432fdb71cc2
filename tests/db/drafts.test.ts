import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { editClaim } from "@/lib/desk/claims/commands";
import { removeDraft, saveDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import { draftInputSchema, MAX_DRAFT_LENGTH } from "@/lib/desk/drafts/schema";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { somebody } from "@/tests/factories/desk";

let now = new Date("2026-11-23T12:00:00Z");
let editor: Context;
let colleague: Context;

beforeAll(async () => {
  editor = await somebody("editor", () => now);
  colleague = await somebody("publisher", () => now);
});

const idOf = (context: Context) => context.actor?.id ?? "";
const keep = (context: Context, key: string, text: string) =>
  saveDraft(
    context,
    draftInputSchema.parse({ person: idOf(context), key, content: { values: { text: [text] } } }),
  );
const read = (context: Context, ...key: string[]) => listDrafts(context, { person: idOf(context), key });

describe("a draft", () => {
  test("is found by whoever typed it, as typed last, and by nobody else", async () => {
    await keep(editor, "claim:1", "First");
    await keep(editor, "claim:1", "نصّ 😀");
    await keep(colleague, "claim:1", "A colleague's");
    expect(await read(editor, "claim:1", "claim:2")).toEqual({
      "claim:1": { content: { values: { text: ["نصّ 😀"] } }, updatedAt: now.toISOString() },
    });
    expect((await read(colleague, "claim:1"))["claim:1"]?.content.values.text).toEqual(["A colleague's"]);
  });

  test("is neither kept nor shown under somebody who signed in on the same page later", async () => {
    const input = { person: idOf(editor), key: "claim:1", content: { values: {} } };
    await expect(saveDraft(colleague, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listDrafts(colleague, { person: idOf(editor), key: ["claim:1"] })).rejects.toMatchObject({
      code: "forbidden",
    });
    const removed = removeDraft(colleague, { person: idOf(editor), key: "claim:1" });
    await expect(removed).rejects.toMatchObject({ code: "forbidden", reason: "somebody_else" });
    expect(Object.keys(await read(colleague, "claim:1"))).toEqual(["claim:1"]);
  });

  test("is removed for whoever typed it alone", async () => {
    await keep(editor, "claim:3", "Mine");
    await keep(colleague, "claim:3", "Theirs");
    await removeDraft(editor, { person: idOf(editor), key: "claim:3" });
    expect(await read(editor, "claim:3")).toEqual({});
    expect(Object.keys(await read(colleague, "claim:3"))).toEqual(["claim:3"]);
  });

  test("stays where the save that would end it fails", async () => {
    await keep(editor, "claim:4", "Mine");
    const save = transaction(async () => {
      await removeDraft(editor, { person: idOf(editor), key: "claim:4" });
      await editClaim(editor, { claimId: "nothing", version: 1 } as never);
    });
    await expect(save).rejects.toMatchObject({ code: "not_found" });
    expect(Object.keys(await read(editor, "claim:4"))).toEqual(["claim:4"]);
  });

  test("is no longer than the server takes, and holds only what the database can hold", () => {
    const parse = (text: string) =>
      draftInputSchema.safeParse({ person: "p", key: "claim:1", content: { values: { text: [text] } } });
    expect(parse("a".repeat(MAX_DRAFT_LENGTH)).success).toBe(false);
    expect(parse("a".repeat(MAX_DRAFT_LENGTH - 100)).success).toBe(true);
    expect(parse("a\u0000b\ud800c").data?.content.values.text).toEqual(["ab\ufffdc"]);
  });

  test("expires after thirty days, and is removed when anybody keeps one", async () => {
    await keep(editor, "claim:5", "Old");
    now = new Date(now.getTime() + 31 * 24 * 60 * 60 * 1000);
    expect(await read(editor, "claim:5")).toEqual({});
    expect(await db().draft.count({ where: { key: "claim:5" } })).toBe(1);
    await keep(colleague, "claim:6", "New");
    expect(await db().draft.count({ where: { key: "claim:5" } })).toBe(0);
  });
});
