import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/desk/claims/appearances";
import { getQueue } from "@/lib/desk/claims/queue";
import { appearanceInputSchema } from "@/lib/desk/claims/schema";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { moveEvidence } from "@/lib/desk/evidence/move";
import { listNotifications } from "@/lib/desk/notifications/queries";
import { findInvitation } from "@/lib/desk/people/accept-invitation";
import { editPerson } from "@/lib/desk/people/commands";
import { invitePerson, listInvitations, renewInvitation } from "@/lib/desk/people/invitations";
import { changeOwnPassword } from "@/lib/desk/people/passwords";
import { createResetLink, findResetLink, requestReset, resetPassword } from "@/lib/desk/people/resets";
import { editedPersonSchema } from "@/lib/desk/people/schema";
import { db } from "@/lib/platform/db/client";
import { aClaim, somebody, someEvidence } from "@/tests/factories/desk";
import { aMember } from "@/tests/factories/people";

// What two people do at once, or one after the other on a page that is not what it shows any more.

const idOf = ({ actor }: Context) => actor?.id ?? "";
let admin: Context;
let editor: Context;
let colleague: Context;
let claim: { id: string; slug: string };

beforeAll(async () => {
  admin = await somebody("admin");
});

beforeEach(async () => {
  [editor, colleague] = [await somebody("editor"), await somebody("editor")];
  claim = await aClaim(editor, { text: { en: "It cost $6M.", ar: "كلّف $6M." } });
});

describe("a person's role and access", () => {
  const form = (personId: string, role: string, active: boolean, was: object) =>
    editedPersonSchema.parse({ personId, role, active: String(active), was });
  const shown = { role: "editor", active: "true" };

  test("taken away stays so, whatever a page opened before sends", async () => {
    const personId = idOf(colleague);
    await editPerson(admin, form(personId, "editor", false, shown));
    const saved = editPerson(admin, form(personId, "publisher", true, shown));
    await expect(saved).rejects.toMatchObject({ code: "conflict" });
    const person = await db().person.findUniqueOrThrow({ where: { id: personId } });
    expect(person).toMatchObject({ role: "editor", active: false });
    await editPerson(admin, form(personId, "publisher", true, { role: "editor", active: "false" }));
  });

  test("of two changes from the same page one is saved", async () => {
    const personId = idOf(colleague);
    const changes = ["publisher", "reader"].map((role) => form(personId, role, true, shown));
    const settled = await Promise.allSettled(changes.map((change) => editPerson(admin, change)));
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("are not saved by a form that does not say what it showed", () => {
    expect(editedPersonSchema.safeParse({ personId: "p", role: "editor", active: "true" }).success).toBe(
      false,
    );
  });
});

test("of two new links for an invitation from the same page one is made, and it works", async () => {
  const { email } = await invitePerson(admin, { email: `${randomUUID()}@test.example`, role: "editor" });
  const line = (await listInvitations(admin)).find((invitation) => invitation.email === email);
  const later = { ...admin, now: () => new Date(Date.now() + 60_000) };
  const renew = () => renewInvitation(later, line?.id ?? "", line?.expiresAt);
  const { token } = await renew();
  await expect(renew()).rejects.toMatchObject({ code: "conflict" });
  expect(await findInvitation(token, new Date())).toMatchObject({ state: "open", email });
});

describe("a link to a new password ends", () => {
  const NEW = "another password of the tests";

  test("when the person changes their password", async () => {
    const member = await aMember("editor");
    const { token } = await createResetLink(admin, member.id);
    await changeOwnPassword(member, { current: member.password, password: NEW }, "");
    expect(await findResetLink(token, new Date())).toBeNull();
    const used = resetPassword(member, { token, password: "a third password" });
    await expect(used).rejects.toMatchObject({ reason: "link_over" });
  });

  test("when another one is used", async () => {
    const member = await aMember("editor");
    const [first, second] = [
      await createResetLink(admin, member.id),
      await requestReset(member, member.email),
    ];
    await resetPassword(member, { token: second?.token ?? "", password: NEW });
    expect(await findResetLink(first.token, new Date())).toBeNull();
  });

  test("when the person's access is taken away, also once it is given back", async () => {
    const member = await aMember("editor");
    const { token } = await createResetLink(admin, member.id);
    await editPerson(admin, { personId: member.id, role: "editor", active: false });
    await editPerson(admin, { personId: member.id, role: "editor", active: true });
    expect(await findResetLink(token, new Date())).toBeNull();
  });
});

describe("an appearance", () => {
  test.each(["en", "ar"])("in %s that two take away at once is gone for one of them", async (language) => {
    const given = { claimId: claim.id, url: "https://elsewhere.example/1", change: { [language]: "…" } };
    const id = await addAppearance(editor, appearanceInputSchema.parse({ ...given, language }));
    const settled = await Promise.allSettled(
      [editor, colleague, editor].map((who) => removeAppearance(who, id)),
    );
    const failures = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(failures).toEqual(Array(2).fill(expect.objectContaining({ code: "not_found" })));
    expect(await db().event.count({ where: { action: "appearance.remove", entityId: claim.id } })).toBe(1);
  });
});

describe("evidence", () => {
  let [a, b, c] = ["", "", ""];
  beforeEach(async () => {
    a = await someEvidence(editor, claim.id);
    b = await someEvidence(editor, claim.id);
    c = await someEvidence(editor, claim.id, { title: "تقرير", language: "ar" });
  });
  const order = async () => {
    const rows = await db().evidence.findMany({ where: { claimId: claim.id }, orderBy: { position: "asc" } });
    return rows.map(({ id }) => id);
  };

  test("moved up by two people at once goes up for both", async () => {
    const seen = [a, b, c];
    await Promise.all([
      moveEvidence(editor, { evidenceId: c, step: "up", seen }),
      moveEvidence(colleague, { evidenceId: b, step: "up", seen }),
    ]);
    expect(await order()).toEqual([c, b, a]);
  });

  test("moved by two people to the same place goes there once", async () => {
    const seen = [a, b, c];
    await Promise.all(
      [editor, colleague].map((who) => moveEvidence(who, { evidenceId: a, step: "down", seen })),
    );
    expect(await order()).toEqual([b, a, c]);
    expect(await db().event.count({ where: { action: "evidence.order", entityId: claim.id } })).toBe(1);
  });

  test("that is gone is not moved", async () => {
    const moved = moveEvidence(editor, { evidenceId: "nothing", step: "up", seen: [a, b, c] });
    await expect(moved).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an archived claim", () => {
  const plan = (personId: string | null, dueOn: string | null = null) =>
    assignClaim(editor, { claimId: claim.id, personId, dueOn, priority: "normal" });
  const standing = () =>
    db().claim.findUniqueOrThrow({ where: { id: claim.id }, select: { stage: true, assigneeId: true } });
  const waiting = async (who: Context) => (await getQueue(who)).waiting.map(({ slug }) => slug);

  test("is planned by nobody", async () => {
    await plan(idOf(colleague));
    await moveClaim(editor, claim.id, "archive");
    const archived = { code: "conflict", reason: "archived" };
    await expect(plan(idOf(colleague), "2027-01-01")).rejects.toMatchObject(archived);
    await expect(plan(idOf(editor))).rejects.toMatchObject(archived);
    await expect(plan(null)).rejects.toMatchObject(archived);
  });

  test("goes back to whoever worked on it, who sees it and is told", async () => {
    await plan(idOf(colleague));
    await moveClaim(editor, claim.id, "archive");
    expect(await waiting(colleague)).toEqual([]);
    await moveClaim(editor, claim.id, "restore");
    expect(await standing()).toEqual({ stage: "assigned", assigneeId: idOf(colleague) });
    expect(await waiting(colleague)).toEqual([claim.slug]);
    expect((await listNotifications(colleague)).notifications.map(({ kind }) => kind)).toEqual([
      "assigned",
      "assigned",
    ]);
  });

  test("goes to the inbox where nobody did, or they are gone", async () => {
    await moveClaim(editor, claim.id, "archive");
    await moveClaim(editor, claim.id, "restore");
    expect(await standing()).toEqual({ stage: "inbox", assigneeId: null });
    await plan(idOf(colleague));
    await moveClaim(editor, claim.id, "archive");
    await editPerson(admin, { personId: idOf(colleague), role: "editor", active: false });
    await moveClaim(editor, claim.id, "restore");
    expect(await standing()).toEqual({ stage: "inbox", assigneeId: null });
  });

  test("is not made by a page that shows another stage", async () => {
    await moveClaim(colleague, claim.id, "review", "inbox");
    const archived = moveClaim(editor, claim.id, "archive", "inbox");
    await expect(archived).rejects.toMatchObject({ code: "conflict", reason: "stage" });
    expect((await standing()).stage).toBe("in_review");
  });
});
