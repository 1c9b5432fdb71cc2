import { randomUUID } from "node:crypto";
import { addAppearance } from "@/lib/desk/claims/appearances";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { db } from "@/lib/platform/db/client";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  aVerdict,
  published,
  someEvidence,
} from "@/tests/factories/desk";
import type { Caller } from "./callers";
import type { Member } from "./staff";

/** The entities that commands are tried on. */
export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * Creates an article, a published claim with an open proposal, a claim in progress, an archived one and a
 * notification.
 */
export async function createWorld({ context: editor }: Member, { context: publisher }: Member) {
  const article = await anArticle(editor);
  const known = await db().article.findUniqueOrThrow({ where: { id: article.id } });
  const [claim, open, old] = [
    await aClaim(editor, { articleId: article.id, newTopic: { en: "Cost" } }),
    await aClaim(editor),
    await aClaim(editor),
  ];
  const evidence = [await someEvidence(editor, claim.id), await someEvidence(editor, claim.id)];
  const place = { url: "https://elsewhere.example/1", language: "en", change: {} };
  const given = { title: null, publisher: null, publishedOn: null };
  const appearanceId = await addAppearance(editor, { ...place, ...given, claimId: claim.id });
  await published(editor, publisher, aVerdict(claim.id));
  const note = { en: "We had the wrong figure." };
  const { id: proposalId, content } = await proposeVerdict(
    editor,
    aVerdict(claim.id, { kind: "correction", note }),
  );
  await someEvidence(editor, open.id);
  const internal = await anInternalClaim(editor);
  await db().claim.update({ where: { id: old.id }, data: { stage: "archived" } });
  const { id: notificationId } = await db().notice.findFirstOrThrow();
  const week = { createdAt: new Date("2026-01-01"), expiresAt: new Date("2100-01-01") };
  // The data folder of the desk survives the test.
  const id = randomUUID();
  const invitation = { id, email: `${id}@test.example`, tokenHash: id, ...week };
  await db().invitation.create({
    data: { ...invitation, role: "editor", invitedById: editor.actor?.id ?? "" },
  });
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: claim.id } });
  return {
    article: { ...known, ...article },
    claim,
    version,
    open,
    internal,
    old,
    evidence,
    appearanceId,
    proposalId,
    content,
    notificationId,
    invitationId: id,
  };
}

/** Valid input of each command, by name. */
export function commandInputs(world: World) {
  const { article, claim, version, open, internal, old, evidence, appearanceId, proposalId, content } = world;
  const articleFields = { kind: "news", title: "T", language: "ar", publisher: "P", disclosure: { en: "D" } };
  const claimFields = {
    language: "en",
    text: { en: "It cost $6M." },
    claimant: { key: "deepseek" },
    quote: "$6M على 2,000 وحدة H800",
  };
  const piece = {
    url: "https://arxiv.org/abs/1",
    title: "Report",
    publisher: "arXiv",
    language: "en",
    stance: "refutes",
    accessedOn: "2025-05-01",
    note: { en: "Counts one run." },
  };
  const [claimId, first] = [claim.id, evidence[0] ?? ""];
  return {
    "create-article": { ...articleFields, text: "A text." },
    "edit-article": {
      ...articleFields,
      articleId: article.id,
      version: 1,
      text: "Another text.",
    },
    "archive-article": { articleId: article.id },
    "restore-article": { articleId: article.id },
    "create-claim": { ...claimFields, articleId: article.id },
    "edit-claim": { ...claimFields, claimId, version },
    "rename-claimant": { key: "deepseek", version: 1, names: { en: "DeepSeek AI" } },
    "split-claimant": { key: "deepseek", claims: [claimId], to: { names: { en: "Another" }, create: true } },
    "rename-topic": { key: "cost", version: 1, names: { en: "Costs" } },
    "re-anchor-quote": { claimId: open.id, version: 1, quote: claimFields.quote },
    "assign-claim": { claimId, priority: "urgent" },
    "review-claim": { claimId: open.id },
    "archive-claim": { claimId: open.id },
    "restore-claim": { claimId: old.id },
    "add-appearance": { claimId, url: "https://elsewhere.example/2", language: "en", change: { en: "C" } },
    "remove-appearance": { appearanceId },
    "restore-appearance": { claimId, appearanceId },
    "add-evidence": { ...piece, claimId },
    "edit-evidence": { ...piece, evidenceId: first, version: 1 },
    "remove-evidence": { evidenceId: first },
    "move-evidence": { evidenceId: first, step: "down", seen: evidence },
    "restore-evidence": { claimId, evidenceId: first },
    "order-evidence": { claimId, order: evidence.toReversed() },
    "release-claim": { claimId: internal.id },
    "hide-claim": { claimId: open.id },
    "renew-proposal": { proposalId, version: 1 },
    "propose-verdict": aVerdict(open.id, { note: { en: "N" } }),
    "withdraw-proposal": { proposalId, version: 1 },
    "return-proposal": { proposalId, version: 1, note: "Why?" },
    "publish-verdict": { proposalId, version: 1, content },
  };
}

/** The path of a page or route for its pattern. */
export function addressOf(pattern: string, { article, claim }: World): string {
  const slug = pattern.includes("/articles/") ? article.slug : claim.slug;
  const fill: Record<string, string> = {
    "/api/v1/log/consistency": "/api/v1/log/consistency?first=0",
    "/api/[...path]": "/api/nothing",
    "/api/desk/claimants": "/api/desk/claimants?q=deep",
    "/desk/claimants/[key]": "/desk/claimants/deepseek",
    "/desk/topics/[key]": "/desk/topics/cost",
  };
  const plain = fill[pattern] ?? pattern;
  return plain.replace("[slug]", encodeURIComponent(slug)).replace("[number]", "1").replace("[token]", "x");
}

/** Valid input of each server action, by name; none for actions without fields. */
export function actionInputs(world: World, person: Caller): Record<string, object> {
  const inputs = commandInputs(world);
  const { claim, notificationId, evidence } = world;
  const password = "another password";
  const choice = { claimant: { choice: "key:deepseek" } };
  return {
    createArticleAction: inputs["create-article"],
    editArticleAction: inputs["edit-article"],
    createClaimAction: { ...inputs["create-claim"], ...choice },
    editClaimAction: { ...inputs["edit-claim"], ...choice },
    renameClaimantAction: inputs["rename-claimant"],
    splitClaimantAction: { ...inputs["split-claimant"], to: { choice: "named", names: { en: "Another" } } },
    renameTopicAction: inputs["rename-topic"],
    archiveArticleAction: inputs["archive-article"],
    restoreArticleAction: inputs["restore-article"],
    reanchorAction: inputs["re-anchor-quote"],
    assignAction: inputs["assign-claim"],
    moveAction: { ...inputs["archive-claim"], transition: "archive", seen: "inbox" },
    addEvidenceAction: inputs["add-evidence"],
    editEvidenceAction: inputs["edit-evidence"],
    removeEvidenceAction: inputs["remove-evidence"],
    moveEvidenceAction: { evidenceId: evidence[1], step: "up", seen: evidence.join() },
    restoreEvidenceAction: inputs["restore-evidence"],
    addAppearanceAction: inputs["add-appearance"],
    removeAppearanceAction: inputs["remove-appearance"],
    restoreAppearanceAction: inputs["restore-appearance"],
    proposeAction: inputs["propose-verdict"],
    renewAction: inputs["renew-proposal"],
    withdrawAction: inputs["withdraw-proposal"],
    publishAction: inputs["publish-verdict"],
    returnAction: inputs["return-proposal"],
    commentAction: { claimId: claim.id, text: "What do you think?" },
    openNotificationAction: { notificationId },
    inviteAction: { email: "n@test.example", role: "admin" },
    renewInvitationAction: { invitationId: world.invitationId, seen: "2100-01-01" },
    revokeInvitationAction: { invitationId: world.invitationId },
    editPersonAction: {
      personId: person.id,
      role: "admin",
      active: "true",
      was: { role: person.role ?? "reader", active: "true" },
    },
    resetLinkAction: { personId: person.id },
    disableTwoFactorAction: { personId: person.id },
    revokePersonSessionAction: { sessionId: "x" },
    beginTwoFactorAction: { current: "a password of the tests" },
    confirmTwoFactorAction: { code: "123456" },
    renewBackupCodesAction: { current: "a password of the tests" },
    turnOffTwoFactorAction: { current: "a password of the tests" },
    changePasswordAction: { current: "a password of the tests", password, again: password },
    revokeSessionAction: { sessionId: "x" },
    createKeyAction: { name: "N", scopes: ["desk:read"], days: 30 },
    revokeKeyAction: { keyId: "x" },
  };
}
