import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { assignClaim } from "@/lib/desk/claims/transitions";
import { createComment } from "@/lib/desk/comments/commands";
import { listComments } from "@/lib/desk/comments/queries";
import { newCommentSchema } from "@/lib/desk/comments/schema";
import { markAllNotificationsRead, openNotification } from "@/lib/desk/notifications/commands";
import {
  countUnreadNotifications,
  listNotifications,
  NOTIFICATIONS_PER_PAGE,
} from "@/lib/desk/notifications/queries";
import {
  proposeVerdict,
  renewProposal,
  returnProposal,
  withdrawProposal,
} from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { aClaim, aVerdict, somebody, someEvidence } from "@/tests/factories/desk";

let editor: Context;
let colleague: Context;
let publisher: Context;
let claim: { id: string; slug: string };

// A publisher of the last test is told of the next one's proposals.
beforeEach(async () => {
  await db().person.updateMany({ data: { active: false } });
  [editor, colleague, publisher] = await Promise.all([
    somebody("editor"),
    somebody("editor"),
    somebody("publisher"),
  ]);
  claim = await aClaim(editor);
});

const idOf = ({ actor }: Context) => actor?.id ?? "";
const nameOf = ({ actor }: Context) => actor?.name ?? "";
const say = (who: Context, text: string, parentId?: string) =>
  createComment(who, newCommentSchema.parse({ claimId: claim.id, text, parentId }));
const heard = async (who: Context) =>
  (await listNotifications(who)).notifications.map(
    ({ kind, by, read }) => `${kind} ${by}${read ? " (read)" : ""}`,
  );
const assign = (who: Context, to: Context | null) =>
  assignClaim(who, { claimId: claim.id, personId: to && idOf(to), dueOn: null, priority: "normal" });

describe("a comment", () => {
  test("stands under the claim with its answers, and in the log", async () => {
    const first = await say(editor, "Is the figure right?");
    await say(colleague, "Second.");
    const answer = await say(colleague, "It is not.", first);
    await say(editor, "Thanks.", answer);
    const threads = await listComments(publisher, claim.id);
    expect(threads.map(({ pieces, replies }) => [pieces[0]?.text, replies.length])).toEqual([
      ["Is the figure right?", 2],
      ["Second.", 0],
    ]);
    const {
      events: [event],
    } = await listEvents(editor, claim.id);
    expect(event).toMatchObject({ action: "comment.create", actorName: nameOf(editor) });
  });

  test("mentions people by id, so that they are known whatever they are called later", async () => {
    await say(editor, `@${nameOf(publisher)} please look`);
    expect(await db().mention.findMany({ select: { personId: true } })).toContainEqual({
      personId: idOf(publisher),
    });
    expect((await listComments(editor, claim.id))[0]?.pieces[0]).toEqual({
      kind: "mention",
      text: `@${nameOf(publisher)}`,
    });
  });

  test("answers a comment on the same claim only", async () => {
    const elsewhere = await say(editor, "Here");
    claim = await aClaim(editor);
    await expect(say(editor, "There", elsewhere)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is about a claim that is there, and says something", async () => {
    await expect(
      createComment(editor, { claimId: "nothing", parentId: null, text: "x" }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(newCommentSchema.safeParse({ claimId: claim.id, text: " \n " }).success).toBe(false);
  });
});

describe("under the bell", () => {
  test("of whoever is mentioned, answered, or has to do with the claim, is one line a comment", async () => {
    await assign(editor, colleague);
    const first = await say(colleague, `@${nameOf(publisher)}: a look?`);
    await say(publisher, `@${nameOf(colleague)} I had one.`, first);
    await say(editor, "Good.", first);
    await say(editor, "And done.");
    expect(await heard(publisher)).toEqual([`mention ${nameOf(colleague)}`]);
    expect(await heard(colleague)).toEqual([
      `comment ${nameOf(editor)}`,
      `answer ${nameOf(editor)}`,
      `mention ${nameOf(publisher)}`,
      `assigned ${nameOf(editor)}`,
    ]);
  });

  test("is nothing of what one did oneself", async () => {
    await assign(editor, editor);
    const own = await say(editor, `Note to @${nameOf(editor)}`);
    await say(editor, "And an answer.", own);
    expect(await heard(editor)).toEqual([]);
  });

  test("is a proposal that waits, until it is decided, and the proposer hears what became of it", async () => {
    await someEvidence(editor, claim.id);
    const first = await proposeVerdict(editor, aVerdict(claim.id));
    expect(await heard(publisher)).toEqual([`proposed ${nameOf(editor)}`]);
    expect(await heard(colleague)).toEqual([]);
    await returnProposal(publisher, { proposalId: first.id, version: 1, note: "Why?" });
    const second = await proposeVerdict(editor, aVerdict(claim.id));
    await withdrawProposal(editor, second.id, 1);
    expect(await countUnreadNotifications(publisher)).toBe(0);
    const third = await proposeVerdict(editor, aVerdict(claim.id));
    await publishVerdict(publisher, { proposalId: third.id, version: 1, content: third.content });
    expect(await countUnreadNotifications(publisher)).toBe(0);
    expect(await heard(editor)).toEqual([`published ${nameOf(publisher)}`, `returned ${nameOf(publisher)}`]);
  });

  test("is one of the proposal that stands, however often it was proposed again", async () => {
    await someEvidence(editor, claim.id);
    let { id: proposalId } = await proposeVerdict(editor, aVerdict(claim.id));
    for (const by of [editor, colleague, editor]) {
      await someEvidence(by, claim.id);
      ({ id: proposalId } = await renewProposal(by, { proposalId, version: 1 }));
    }
    expect(await heard(publisher)).toEqual([`proposed ${nameOf(editor)}`]);
    // One that was read stays.
    await markAllNotificationsRead(publisher);
    await someEvidence(colleague, claim.id);
    await renewProposal(colleague, { proposalId, version: 1 });
    expect(await heard(publisher)).toEqual([
      `proposed ${nameOf(colleague)}`,
      `proposed ${nameOf(editor)} (read)`,
    ]);
  });

  test("of the other publisher is a publisher's own proposal, and not under their own", async () => {
    const other = await somebody("admin");
    await someEvidence(publisher, claim.id);
    await proposeVerdict(publisher, aVerdict(claim.id));
    expect(await heard(publisher)).toEqual([]);
    expect(await heard(other)).toEqual([`proposed ${nameOf(publisher)}`]);
  });

  test("is nothing when what it tells of did not come about", async () => {
    const fails = transaction(async () => {
      await say(editor, `@${nameOf(colleague)}`);
      await assign(editor, colleague);
      throw new Error("after all of it");
    });
    await expect(fails).rejects.toThrow("after all of it");
    expect(await heard(colleague)).toEqual([]);
    expect(await listComments(editor, claim.id)).toEqual([]);
  });

  test("is nothing for somebody without access to the desk", async () => {
    await assign(editor, colleague);
    await db().person.update({ where: { id: idOf(colleague) }, data: { active: false } });
    const before = await db().notice.count({ where: { personId: idOf(colleague) } });
    await say(editor, `@${nameOf(colleague)}?`);
    expect(await db().notice.count({ where: { personId: idOf(colleague) } })).toBe(before);
  });

  test("is read one by one, by whose it is, or all at once", async () => {
    const comment = await say(editor, `@${nameOf(colleague)} one`);
    await say(editor, `@${nameOf(colleague)} two`);
    const [, oldest] = (await listNotifications(colleague)).notifications;
    const id = oldest?.id ?? "";
    await expect(openNotification(publisher, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await openNotification(colleague, id)).toEqual({ slug: claim.slug, commentId: comment });
    expect(await countUnreadNotifications(colleague)).toBe(1);
    await markAllNotificationsRead(publisher);
    expect(await countUnreadNotifications(colleague)).toBe(1);
    await markAllNotificationsRead(colleague);
    expect(await countUnreadNotifications(colleague)).toBe(0);
  });

  test("is every line once, page by page", async () => {
    const at = new Date();
    await db().notice.createMany({
      data: Array.from({ length: NOTIFICATIONS_PER_PAGE * 2 + 5 }, (_, index) => ({
        id: randomUUID(),
        personId: idOf(colleague),
        actorId: idOf(editor),
        claimId: claim.id,
        kind: "comment" as const,
        // Several at one instant.
        createdAt: new Date(at.getTime() - Math.floor(index / 7)),
      })),
    });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { notifications, older }: Awaited<ReturnType<typeof listNotifications>> = await listNotifications(
        colleague,
        cursor,
      );
      ids.push(...notifications.map(({ id }) => id));
      cursor = older ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(NOTIFICATIONS_PER_PAGE * 2 + 5);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await listNotifications(colleague, "nonsense")).notifications).toHaveLength(
      NOTIFICATIONS_PER_PAGE,
    );
  });
});
