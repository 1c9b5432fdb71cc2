import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { createArticle, editArticle } from "@/lib/desk/articles/commands";
import { listDeskArticles } from "@/lib/desk/articles/list";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { exportEvents } from "@/lib/desk/audit/export";
import { findLastEdit, listEventChoices, listEvents, searchEvents } from "@/lib/desk/audit/queries";
import type { Action, Context, Role } from "@/lib/desk/auth/permissions";
import { type Scope, scopes } from "@/lib/desk/auth/scopes";
import { listSessions, revokeSession } from "@/lib/desk/auth/sessions";
import { addAppearance, removeAppearance, restoreAppearance } from "@/lib/desk/claims/appearances";
import { createClaim, editClaim } from "@/lib/desk/claims/commands";
import { findDrift } from "@/lib/desk/claims/drift";
import {
  getNamedEntity,
  listClaimsOfClaimant,
  searchNamedEntities,
  suggestClaimants,
} from "@/lib/desk/claims/named-entities/queries";
import { renameNamedEntity } from "@/lib/desk/claims/named-entities/rename";
import { splitClaimant } from "@/lib/desk/claims/named-entities/split";
import {
  findNewerText,
  getDeskClaim,
  listClaimChoices,
  listRemovedAppearances,
} from "@/lib/desk/claims/queries";
import { getQueue, getQueuePart } from "@/lib/desk/claims/queue";
import { reanchorQuote } from "@/lib/desk/claims/reanchor";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { createComment } from "@/lib/desk/comments/commands";
import { listComments, listMentionable } from "@/lib/desk/comments/queries";
import { removeDraft, saveDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import {
  addEvidence,
  editEvidence,
  orderEvidence,
  removeEvidence,
  restoreEvidence,
} from "@/lib/desk/evidence/commands";
import { moveEvidence } from "@/lib/desk/evidence/move";
import { findEvidence, listEvidence, listRemovedEvidence } from "@/lib/desk/evidence/queries";
import { markAllNotificationsRead, openNotification } from "@/lib/desk/notifications/commands";
import { countUnreadNotifications, listNotifications } from "@/lib/desk/notifications/queries";
import { editPerson, revokePersonSession } from "@/lib/desk/people/commands";
import {
  invitePerson,
  listInvitations,
  renewInvitation,
  revokeInvitation,
} from "@/lib/desk/people/invitations";
import { createKey, listKeys, revokeKey } from "@/lib/desk/people/keys";
import { changeOwnPassword, checkOwnPassword } from "@/lib/desk/people/passwords";
import { listColleagues, listPeople } from "@/lib/desk/people/queries";
import { createResetLink } from "@/lib/desk/people/resets";
import {
  beginTwoFactor,
  confirmTwoFactor,
  disableTwoFactor,
  getTwoFactor,
  renewBackupCodes,
  turnOffTwoFactor,
} from "@/lib/desk/people/two-factor";
import { recordPresence } from "@/lib/desk/realtime/commands";
import { getLatestSequence, hasChangedSince, listPresentPeople } from "@/lib/desk/realtime/queries";
import {
  proposeVerdict,
  renewProposal,
  returnProposal,
  withdrawProposal,
} from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { getSnapshot, getSnapshotHash, listProposals } from "@/lib/desk/verdicts/queries";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { allRoles, rights } from "@/tests/factories/rights";

// Each command and query of the desk with the action it asks for. What they are given does not matter: who may not do
// it never gets so far that it would be looked at.
const nothing = {} as never;
const ownDraft = (c: Context) => ({ person: c.actor?.id ?? "", key: "claim:1", content: { values: {} } });
const doors: Array<[string, Action, (context: Context) => Promise<unknown>]> = [
  ["createArticle", "article.create", (c) => createArticle(c, nothing)],
  ["editArticle", "article.edit", (c) => editArticle(c, nothing)],
  ["archiveArticle", "article.archive", (c) => archiveArticle(c, "")],
  ["restoreArticle", "article.archive", (c) => restoreArticle(c, "")],
  ["getDeskArticle", "desk.read", (c) => getDeskArticle(c, "")],
  ["listDeskArticles", "desk.read", (c) => listDeskArticles(c)],
  ["createClaim", "claim.create", (c) => createClaim(c, nothing)],
  ["editClaim", "claim.edit", (c) => editClaim(c, nothing)],
  ["reanchorQuote", "claim.edit", (c) => reanchorQuote(c, nothing)],
  ["assignClaim", "claim.assign", (c) => assignClaim(c, nothing)],
  ["moveClaim review", "claim.review", (c) => moveClaim(c, "", "review")],
  ["moveClaim release", "claim.release", (c) => moveClaim(c, "", "release")],
  ["moveClaim hide", "claim.release", (c) => moveClaim(c, "", "hide")],
  ["moveClaim archive", "claim.archive", (c) => moveClaim(c, "", "archive")],
  ["moveClaim restore", "claim.archive", (c) => moveClaim(c, "", "restore")],
  ["addAppearance", "claim.edit", (c) => addAppearance(c, nothing)],
  ["removeAppearance", "claim.edit", (c) => removeAppearance(c, "")],
  ["restoreAppearance", "claim.edit", (c) => restoreAppearance(c, { claimId: "", appearanceId: "" })],
  ["getDeskClaim", "desk.read", (c) => getDeskClaim(c, "")],
  ["findNewerText", "desk.read", (c) => findNewerText(c, nothing)],
  ["listClaimChoices", "desk.read", (c) => listClaimChoices(c)],
  ["renameNamedEntity", "claimant.manage", (c) => renameNamedEntity(c, "claimant", nothing)],
  ["splitClaimant", "claimant.manage", (c) => splitClaimant(c, nothing)],
  ["searchNamedEntities", "claimant.manage", (c) => searchNamedEntities(c, "topic", {})],
  ["getNamedEntity", "claimant.manage", (c) => getNamedEntity(c, "claimant", "")],
  ["listClaimsOfClaimant", "claimant.manage", (c) => listClaimsOfClaimant(c, "")],
  ["suggestClaimants", "desk.read", (c) => suggestClaimants(c, "")],
  ["findDrift", "desk.read", (c) => findDrift(c, "")],
  ["getQueue", "desk.read", (c) => getQueue(c)],
  ["getQueuePart", "desk.read", (c) => getQueuePart(c, { part: "inbox" })],
  ["listEvents", "desk.read", (c) => listEvents(c, "")],
  ["searchEvents", "event.read", (c) => searchEvents(c, nothing)],
  ["listEventChoices", "event.read", (c) => listEventChoices(c)],
  ["exportEvents", "event.read", (c) => exportEvents(c, nothing)],
  ["findLastEdit", "desk.read", (c) => findLastEdit(c, { entityId: "", action: "" })],
  ["createComment", "comment.create", (c) => createComment(c, nothing)],
  ["listComments", "desk.read", (c) => listComments(c, "")],
  ["listMentionable", "desk.read", (c) => listMentionable(c)],
  ["openNotification", "desk.read", (c) => openNotification(c, "")],
  ["markAllNotificationsRead", "desk.read", (c) => markAllNotificationsRead(c)],
  ["countUnreadNotifications", "desk.read", (c) => countUnreadNotifications(c)],
  ["listNotifications", "desk.read", (c) => listNotifications(c)],
  ["saveDraft", "draft.save", (c) => saveDraft(c, ownDraft(c))],
  ["removeDraft", "draft.save", (c) => removeDraft(c, { person: ownDraft(c).person, key: "none" })],
  ["listDrafts", "draft.save", (c) => listDrafts(c, { ...ownDraft(c), key: [] })],
  ["getLatestSequence", "desk.read", (c) => getLatestSequence(c)],
  ["hasChangedSince", "desk.read", (c) => hasChangedSince(c, { since: 0 })],
  ["listPresentPeople", "desk.read", (c) => listPresentPeople(c, "")],
  ["recordPresence", "presence.record", (c) => recordPresence(c, nothing)],
  ["addEvidence", "evidence.edit", (c) => addEvidence(c, nothing)],
  ["editEvidence", "evidence.edit", (c) => editEvidence(c, nothing)],
  ["removeEvidence", "evidence.edit", (c) => removeEvidence(c, "")],
  ["moveEvidence", "evidence.edit", (c) => moveEvidence(c, nothing)],
  ["restoreEvidence", "evidence.edit", (c) => restoreEvidence(c, { claimId: "", evidenceId: "" })],
  ["orderEvidence", "evidence.edit", (c) => orderEvidence(c, nothing)],
  ["listEvidence", "desk.read", (c) => listEvidence(c, "")],
  ["findEvidence", "desk.read", (c) => findEvidence(c, "")],
  ["listRemovedEvidence", "desk.read", (c) => listRemovedEvidence(c, "")],
  ["listRemovedAppearances", "desk.read", (c) => listRemovedAppearances(c, "")],
  ["proposeVerdict", "verdict.propose", (c) => proposeVerdict(c, nothing)],
  ["renewProposal", "verdict.propose", (c) => renewProposal(c, nothing)],
  ["withdrawProposal", "verdict.withdraw", (c) => withdrawProposal(c, "", 1)],
  ["returnProposal", "verdict.return", (c) => returnProposal(c, nothing)],
  ["publishVerdict", "verdict.publish", (c) => publishVerdict(c, nothing)],
  ["getSnapshot", "desk.read", (c) => getSnapshot(c, "")],
  ["getSnapshotHash", "desk.read", (c) => getSnapshotHash(c, "")],
  ["listProposals", "desk.read", (c) => listProposals(c, "")],
  ["invitePerson", "person.manage", (c) => invitePerson(c, nothing)],
  ["renewInvitation", "person.manage", (c) => renewInvitation(c, "")],
  ["revokeInvitation", "person.manage", (c) => revokeInvitation(c, "")],
  ["listInvitations", "person.manage", (c) => listInvitations(c)],
  ["editPerson", "person.manage", (c) => editPerson(c, nothing)],
  ["disableTwoFactor", "person.manage", (c) => disableTwoFactor(c, "")],
  ["revokePersonSession", "person.manage", (c) => revokePersonSession(c, "")],
  ["createResetLink", "person.manage", (c) => createResetLink(c, "")],
  ["listPeople", "person.manage", (c) => listPeople(c)],
  ["listColleagues", "desk.read", (c) => listColleagues(c)],
];
const visitor: Context = { actor: null, now: () => new Date(), newId: () => "" };
const contexts = new Map<Role, Context>();
for (const role of allRoles) contexts.set(role, await somebody(role));

describe.each(doors)("%s (%s)", (_name, action, enter) => {
  const right: { roles: readonly Role[]; scope: Scope } = rights[action];

  test("is closed to a visitor", async () => {
    await expect(enter(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is closed to an admin's key without its scope", async () => {
    const admin = contexts.get("admin")?.actor;
    const others = scopes.filter((scope) => scope !== right.scope);
    const key = { ...visitor, actor: admin ? { ...admin, scopes: others } : null };
    await expect(enter(key)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining(right.scope),
    });
  });

  test.each(allRoles)("is open to a %s as the table of rights says", async (role) => {
    const before = await db().event.count();
    const outcome = await enter(contexts.get(role) ?? visitor).then(
      () => "done",
      (error) => error.code ?? "other",
    );
    expect(outcome === "forbidden").toBe(!right.roles.includes(role));
    expect(await db().event.count()).toBe(before);
  });
});

// What everybody does with their own account, whatever the role.
const own: Array<[string, (context: Context) => Promise<unknown>]> = [
  ["listSessions", (c) => listSessions(c)],
  ["revokeSession", (c) => revokeSession(c, "x")],
  ["checkOwnPassword", (c) => checkOwnPassword(c, "", "current")],
  ["changeOwnPassword", (c) => changeOwnPassword(c, nothing, "")],
  ["getTwoFactor", (c) => getTwoFactor(c, "")],
  ["beginTwoFactor", (c) => beginTwoFactor(c, nothing)],
  ["confirmTwoFactor", (c) => confirmTwoFactor(c, nothing, "")],
  ["renewBackupCodes", (c) => renewBackupCodes(c, nothing)],
  ["turnOffTwoFactor", (c) => turnOffTwoFactor(c, nothing)],
  ["createKey", (c) => createKey(c, nothing)],
  ["listKeys", (c) => listKeys(c)],
  ["revokeKey", (c) => revokeKey(c, "x")],
];

test.each(own)("%s is closed to a visitor and to a key", async (_name, enter) => {
  await expect(enter(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  const admin = contexts.get("admin")?.actor;
  const key = { ...visitor, actor: admin ? { ...admin, scopes } : null };
  await expect(enter(key)).rejects.toMatchObject({ code: "forbidden" });
});

test("one's own sessions are nobody else's to see or end", async () => {
  await expect(revokeSession(contexts.get("admin") ?? visitor, "x")).rejects.toMatchObject({
    code: "not_found",
  });
});

// Called with an actor, and open without the right to anything: ending one's own page, the rule itself, and what gives
// nothing to whoever may not have it.
const withoutRight = ["authorize", "requirePerson", "authorizeOwner", "endPresence", "findAlarm"];

test("every command and query of the desk that takes an actor is tried here", () => {
  const declared =
    /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(?:\w+|\{[^}]*\}): (?:Context|Pick<Context, "actor">)/g;
  const sources = readdirSync("lib/desk", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const found = sources.flatMap((name) =>
    [...readFileSync(`lib/desk/${name}`, "utf8").matchAll(declared)].map(([, declaredName]) => declaredName),
  );
  expect(found.length).toBeGreaterThan(60);
  const tried = [...doors, ...own].map(([name]) => name.split(" ")[0]);
  expect([...new Set([...tried, ...withoutRight])].sort()).toEqual([...new Set(found)].sort());
});
