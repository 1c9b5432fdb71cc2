import { verifyPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { acceptInvitation, findInvitation } from "@/lib/desk/people/accept-invitation";
import {
  invitePerson,
  listInvitations,
  renewInvitation,
  revokeInvitation,
} from "@/lib/desk/people/invitations";
import { newInvitationSchema } from "@/lib/desk/people/schema";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { aMember, passwordHash } from "@/tests/factories/people";

const start = Date.parse("2026-01-01T00:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(start + days * DAY);

const admin = () => somebody("admin", () => at(0));
const to = (email: string) => newInvitationSchema.parse({ email, role: "publisher" });
const accepting = (context: Context, days: number) => ({ ...context, actor: null, now: () => at(days) });
const chosen = (token: string) => ({ token, name: "ريم", password: "a password of one's own" });
const idOf = async (context: Context, email: string) =>
  (await listInvitations(context)).find((line) => line.email === email)?.id ?? "";

test("a link makes one person with the role of the invitation, who is in the log under their own name", async () => {
  const context = await admin();
  const { token } = await invitePerson(context, to("Rim@Desk.example"));
  expect(await findInvitation(token, at(1))).toEqual({
    state: "open",
    email: "rim@desk.example",
    role: "publisher",
    invitedBy: context.actor?.name,
  });
  expect(await acceptInvitation(accepting(context, 6), chosen(token))).toBe("rim@desk.example");
  const person = await db().person.findUniqueOrThrow({ where: { email: "rim@desk.example" } });
  expect(person).toMatchObject({ name: "ريم", role: "publisher", active: true });
  expect(
    await verifyPassword({ hash: await passwordHash(person.id), password: "a password of one's own" }),
  ).toBe(true);
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({ action: "person.create", actorId: person.id, entityId: person.id });
  expect(await findInvitation(token, at(6))).toEqual({ state: "used" });
  expect(await listInvitations(context)).toEqual([]);
});

test("neither token nor password is anywhere in the database", async () => {
  const context = await admin();
  const { token } = await invitePerson(context, to("secret@desk.example"));
  await acceptInvitation(accepting(context, 1), chosen(token));
  const [invitations, events] = [await db().invitation.findMany(), await db().event.findMany()];
  const all = JSON.stringify([invitations, events.map(({ change }) => change)]);
  expect(all).not.toContain(token);
  expect(all).not.toContain("a password of one's own");
});

test("of many who accept one link at once, one becomes a person", async () => {
  const context = await admin();
  const { token } = await invitePerson(context, to("many@desk.example"));
  const attempts = Array.from({ length: 6 }, () => acceptInvitation(accepting(context, 1), chosen(token)));
  const settled = await Promise.allSettled(attempts);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = settled.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason.reason] : [],
  );
  expect(refused).toEqual(Array(5).fill("invitation_over"));
  expect(await db().person.count({ where: { email: "many@desk.example" } })).toBe(1);
});

test("used, revoked, expired and unknown links are told apart, and none of them lets anybody in", async () => {
  const context = await admin();
  const expired = await invitePerson(context, to("late@desk.example"));
  const revoked = await invitePerson(context, to("revoked@desk.example"));
  await revokeInvitation(context, await idOf(context, "revoked@desk.example"));
  const states = [
    [expired.token, "expired"],
    [revoked.token, "revoked"],
    ["nonsense", "unknown"],
  ] as const;
  for (const [token, state] of states) {
    expect(await findInvitation(token, at(7))).toEqual({ state });
    await expect(acceptInvitation(accepting(context, 7), chosen(token))).rejects.toMatchObject({
      reason: "invitation_over",
    });
  }
});

test("a new link ends the one before and opens an expired invitation again", async () => {
  const context = await admin();
  const first = await invitePerson(context, to("slow@desk.example"));
  const later = { ...context, now: () => at(10) };
  const second = await renewInvitation(later, await idOf(context, "slow@desk.example"));
  expect(second).toMatchObject({ email: "slow@desk.example", role: "publisher" });
  expect(await findInvitation(first.token, at(10))).toEqual({ state: "unknown" });
  expect(await findInvitation(second.token, at(16))).toMatchObject({ state: "open" });
});

test("one email has one person or one open invitation", async () => {
  const context = await admin();
  await aMember("editor", "here@desk.example");
  await expect(invitePerson(context, to("HERE@desk.example"))).rejects.toMatchObject({
    reason: "email_taken",
  });
  await invitePerson(context, to("twice@desk.example"));
  await expect(invitePerson(context, to("Twice@desk.example"))).rejects.toMatchObject({
    reason: "invited_already",
  });
  const { token } = await invitePerson(context, to("elsewhere@desk.example"));
  await aMember("editor", "elsewhere@desk.example");
  await expect(acceptInvitation(accepting(context, 1), chosen(token))).rejects.toMatchObject({
    reason: "email_taken",
  });
  expect(await findInvitation(token, at(1))).toMatchObject({ state: "open" });
});
