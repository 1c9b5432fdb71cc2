import { describe, expect, test } from "vitest";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { createArticle, editArticle } from "@/lib/desk/articles/commands";
import { listDeskArticles } from "@/lib/desk/articles/list";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { exportEvents } from "@/lib/desk/audit/export";
import { findLastEdit, listEventChoices, listEvents, searchEvents } from "@/lib/desk/audit/queries";
import { type Action, type Context, may, type Role, roles, scopeOf } from "@/lib/desk/auth/permissions";
import { scopes } from "@/lib/desk/auth/scopes";
import { listSessions, revokeSession } from "@/lib/desk/auth/sessions";
import { addAppearance, removeAppearance, restoreAppearance } from "@/lib/desk/claims/appearances";
import { createClaim, editClaim } from "@/lib/desk/claims/commands";
import { getNamed, listClaimsOf, offerClaimants, searchNamed } from "@/lib/desk/claims/named/queries";
import { renameNamed } from "@/lib/desk/claims/named/rename";
import { splitClaimant } from "@/lib/desk/claims/named/split";
import {
  findNewerText,
  getDeskClaim,
  listClaimChoices,
  listRemovedAppearances,
} from "@/lib/desk/claims/queries";
import { getQueue, getQueuePart } from "@/lib/desk/claims/queue";
import { reanchorQuote } from "@/lib/desk/claims/reanchor";
import { assignClaim, moveClaim } from "@/lib/desk/claims/steps";
import { createComment } from "@/lib/desk/comments/commands";
import { listComments, listMentionable } from "@/lib/desk/comments/queries";
import { keepDraft, removeDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import {
  addEvidence,
  editEvidence,
  orderEvidence,
  removeEvidence,
  restoreEvidence,
} from "@/lib/desk/evidence/commands";
import { moveEvidence } from "@/lib/desk/evidence/moves";
import { listEvidence, listRemovedEvidence } from "@/lib/desk/evidence/queries";
import { openNotice, readAllNotices } from "@/lib/desk/notifications/commands";
import { countUnread, listNotices } from "@/lib/desk/notifications/queries";
import { editPerson, endSession } from "@/lib/desk/people/commands";
import {
  invitePerson,
  listInvitations,
  renewInvitation,
  revokeInvitation,
} from "@/lib/desk/people/invitations";
import { createKey, listKeys, revokeKey } from "@/lib/desk/people/keys";
import { changeOwnPassword } from "@/lib/desk/people/passwords";
import { listColleagues, listPeople } from "@/lib/desk/people/queries";
import { createReset } from "@/lib/desk/people/resets";
import {
  beginTwoFactor,
  confirmTwoFactor,
  getTwoFactor,
  renewBackupCodes,
  takeTwoFactor,
  turnOffTwoFactor,
} from "@/lib/desk/people/two-factor";
import { keepPresence } from "@/lib/desk/realtime/commands";
import { changedSince, latestSequence, listPresent } from "@/lib/desk/realtime/queries";
import { proposeVerdict, returnProposal, withdrawProposal } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { listProposals } from "@/lib/desk/verdicts/queries";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";

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
  ["moveClaim archive", "claim.archive", (c) => moveClaim(c, "", "archive")],
  ["moveClaim restore", "claim.archive", (c) => moveClaim(c, "", "restore")],
  ["addAppearance", "claim.edit", (c) => addAppearance(c, nothing)],
  ["removeAppearance", "claim.edit", (c) => removeAppearance(c, "")],
  ["restoreAppearance", "claim.edit", (c) => restoreAppearance(c, { claimId: "", appearanceId: "" })],
  ["getDeskClaim", "desk.read", (c) => getDeskClaim(c, "")],
  ["findNewerText", "desk.read", (c) => findNewerText(c, nothing)],
  ["listClaimChoices", "desk.read", (c) => listClaimChoices(c)],
  ["renameNamed", "claimant.manage", (c) => renameNamed(c, "claimant", nothing)],
  ["splitClaimant", "claimant.manage", (c) => splitClaimant(c, nothing)],
  ["searchNamed", "claimant.manage", (c) => searchNamed(c, "topic", {})],
  ["getNamed", "claimant.manage", (c) => getNamed(c, "claimant", "")],
  ["listClaimsOf", "claimant.manage", (c) => listClaimsOf(c, "")],
  ["offerClaimants", "desk.read", (c) => offerClaimants(c, "")],
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
  ["openNotice", "desk.read", (c) => openNotice(c, "")],
  ["readAllNotices", "desk.read", (c) => readAllNotices(c)],
  ["countUnread", "desk.read", (c) => countUnread(c)],
  ["listNotices", "desk.read", (c) => listNotices(c)],
  ["keepDraft", "draft.keep", (c) => keepDraft(c, ownDraft(c))],
  ["removeDraft", "draft.keep", (c) => removeDraft(c, { person: ownDraft(c).person, key: "none" })],
  ["listDrafts", "draft.keep", (c) => listDrafts(c, { ...ownDraft(c), key: [] })],
  ["latestSequence", "desk.read", (c) => latestSequence(c)],
  ["changedSince", "desk.read", (c) => changedSince(c, { since: 0 })],
  ["listPresent", "desk.read", (c) => listPresent(c, "")],
  ["keepPresence", "presence.keep", (c) => keepPresence(c, nothing)],
  ["addEvidence", "evidence.edit", (c) => addEvidence(c, nothing)],
  ["editEvidence", "evidence.edit", (c) => editEvidence(c, nothing)],
  ["removeEvidence", "evidence.edit", (c) => removeEvidence(c, "")],
  ["moveEvidence", "evidence.edit", (c) => moveEvidence(c, nothing)],
  ["restoreEvidence", "evidence.edit", (c) => restoreEvidence(c, { claimId: "", evidenceId: "" })],
  ["orderEvidence", "evidence.edit", (c) => orderEvidence(c, nothing)],
  ["listEvidence", "desk.read", (c) => listEvidence(c, "")],
  ["listRemovedEvidence", "desk.read", (c) => listRemovedEvidence(c, "")],
  ["listRemovedAppearances", "desk.read", (c) => listRemovedAppearances(c, "")],
  ["proposeVerdict", "verdict.propose", (c) => proposeVerdict(c, nothing)],
  ["withdrawProposal", "verdict.withdraw", (c) => withdrawProposal(c, "", 1)],
  ["returnProposal", "verdict.return", (c) => returnProposal(c, nothing)],
  ["publishVerdict", "verdict.publish", (c) => publishVerdict(c, nothing)],
  ["listProposals", "desk.read", (c) => listProposals(c, "")],
  ["invitePerson", "person.manage", (c) => invitePerson(c, nothing)],
  ["renewInvitation", "person.manage", (c) => renewInvitation(c, "")],
  ["revokeInvitation", "person.manage", (c) => revokeInvitation(c, "")],
  ["listInvitations", "person.manage", (c) => listInvitations(c)],
  ["editPerson", "person.manage", (c) => editPerson(c, nothing)],
  ["takeTwoFactor", "person.manage", (c) => takeTwoFactor(c, "")],
  ["endSession", "person.manage", (c) => endSession(c, "")],
  ["createReset", "person.manage", (c) => createReset(c, "")],
  ["listPeople", "person.manage", (c) => listPeople(c)],
  ["listColleagues", "desk.read", (c) => listColleagues(c)],
];
const visitor: Context = { actor: null, now: () => new Date(), newId: () => "" };
const contexts = new Map<Role, Context>();
for (const role of roles) contexts.set(role, await somebody(role));

describe.each(doors)("%s (%s)", (_name, action, enter) => {
  test("is closed to a visitor", async () => {
    await expect(enter(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is closed to an admin's key without its scope", async () => {
    const admin = contexts.get("admin")?.actor;
    const others = scopes.filter((scope) => scope !== scopeOf[action]);
    const key = { ...visitor, actor: admin ? { ...admin, scopes: others } : null };
    await expect(enter(key)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining(scopeOf[action]),
    });
  });

  test.each(roles)("is open to a %s as the table of permissions says", async (role) => {
    const before = await db().event.count();
    const outcome = await enter(contexts.get(role) ?? visitor).then(
      () => "done",
      (error) => error.code ?? "other",
    );
    expect(outcome === "forbidden").toBe(!may(role, action));
    expect(await db().event.count()).toBe(before);
  });
});

// What everybody does with their own account, whatever the role.
const own: Array<[string, (context: Context) => Promise<unknown>]> = [
  ["listSessions", (c) => listSessions(c)],
  ["revokeSession", (c) => revokeSession(c, "x")],
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
