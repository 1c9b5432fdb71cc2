import { beforeEach, expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/desk/claims/appearances";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { appearanceInputSchema } from "@/lib/desk/claims/schema";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { createComment } from "@/lib/desk/comments/commands";
import { listComments } from "@/lib/desk/comments/queries";
import { removeEvidence } from "@/lib/desk/evidence/commands";
import { proposeVerdict, returnProposal } from "@/lib/desk/verdicts/proposals";
import { getSnapshot } from "@/lib/desk/verdicts/queries";
import { db } from "@/lib/platform/db/client";
import { anArticle, anInternalClaim, aVerdict, somebody, someEvidence } from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";

let publisher: Context;
let claim: { id: string; slug: string };
let article: { id: string; slug: string };
let ids: Record<"first" | "second" | "lost" | "place" | "lostPlace" | "proposal", string>;

beforeEach(async () => {
  publisher = await somebody("publisher");
  const editor = await somebody("editor");
  article = await anArticle(editor);
  claim = await anInternalClaim(editor, { articleId: article.id });
  const [first, second, lost] = [
    await someEvidence(editor, claim.id, { title: "First" }),
    await someEvidence(editor, claim.id, { title: "ثانٍ" }),
    await someEvidence(editor, claim.id, { title: "Lost" }),
  ];
  const [place, lostPlace] = [
    await addAppearance(editor, placeOf("https://elsewhere.example/1")),
    await addAppearance(editor, placeOf("https://elsewhere.example/2")),
  ];
  const { id: proposal, version } = await proposeVerdict(editor, aVerdict(claim.id));
  await returnProposal(publisher, { proposalId: proposal, version, note: "Which year?" });
  await removeEvidence(editor, lost);
  await removeAppearance(editor, lostPlace);
  ids = { first, second, lost, place, lostPlace, proposal };
});

const placeOf = (url: string) =>
  appearanceInputSchema.parse({ claimId: claim.id, url, language: "ar", change: {} });

const piece = {
  url: "https://example.org/other",
  title: "Another",
  publisher: "Example",
  language: "en",
  stance: "supports",
  accessedOn: "2025-05-01",
  note: {},
};

/** What each command that changes a claim is sent; those on an open proposal cannot meet an archived claim. */
async function inputs(): Promise<Record<string, object>> {
  const claimId = claim.id;
  const { first, second, lost, place, lostPlace } = ids;
  const edited = await editedFields(publisher, claim.slug, { text: { en: "Other words." } });
  const { quote, version } = edited;
  return {
    "edit-claim": edited,
    "split-claimant": {
      key: "deepseek",
      claims: [claimId],
      to: { names: { en: "Somebody Else" }, create: true },
    },
    "re-anchor-quote": { claimId, version, quote },
    "assign-claim": { claimId, personId: publisher.actor?.id, dueOn: "2027-01-01", priority: "high" },
    "review-claim": { claimId },
    "archive-claim": { claimId },
    "release-claim": { claimId },
    "hide-claim": { claimId },
    "add-appearance": placeOf("https://elsewhere.example/3"),
    "remove-appearance": { appearanceId: place },
    "restore-appearance": { claimId, appearanceId: lostPlace },
    "add-evidence": { ...piece, claimId },
    "edit-evidence": { ...piece, evidenceId: first, version: 1 },
    "remove-evidence": { evidenceId: first },
    "move-evidence": { evidenceId: second, seen: [first, second], step: "up" },
    "restore-evidence": { claimId, evidenceId: lost },
    "order-evidence": { claimId, order: [second, first] },
    "propose-verdict": aVerdict(claimId),
  };
}

/** Commands that change no claim, make one, restore it, or are about an open proposal. */
const others =
  /^(create|edit|archive|restore)-article$|^create-claim$|^restore-claim$|^rename-|-proposal$|^publish-verdict$/;

test("an archived claim takes no change, from whatever command, and says the way out", async () => {
  await moveClaim(publisher, claim.id, "archive");
  const all = await inputs();
  expect(
    Object.keys(commands)
      .filter((name) => !others.test(name))
      .sort(),
  ).toEqual(Object.keys(all).sort());
  const state = async () => ({
    claim: await db().claim.findUnique({ where: { id: claim.id } }),
    says: await getSnapshot(publisher, claim.id),
    proposals: await db().proposal.count({ where: { claimId: claim.id } }),
    events: await db().event.count({ where: { entityId: claim.id } }),
  });
  const before = await state();
  for (const [name, input] of Object.entries(all)) {
    await expect(commands[name]?.(publisher, input), name).rejects.toMatchObject({
      code: "conflict",
      reason: "archived",
      message: expect.stringMatching(/archived.*Restore it first/),
    });
  }
  expect(await state()).toEqual(before);
});

test("a restored claim takes each change again", async () => {
  await moveClaim(publisher, claim.id, "archive");
  await commands["restore-claim"]?.(publisher, { claimId: claim.id });
  for (const name of [
    "restore-evidence",
    "restore-appearance",
    "edit-claim",
    "add-evidence",
    "review-claim",
  ]) {
    await commands[name]?.(publisher, (await inputs())[name] ?? {});
  }
  await expect(commands["restore-claim"]?.(publisher, { claimId: claim.id })).rejects.toMatchObject({
    reason: "stage",
  });
});

test("a claim that is being archived takes changes before that or none", async () => {
  const all = await inputs();
  const outcomes = await Promise.allSettled([
    commands["add-evidence"]?.(publisher, all["add-evidence"] ?? {}),
    moveClaim(publisher, claim.id, "archive"),
    commands["edit-claim"]?.(publisher, all["edit-claim"] ?? {}),
    commands["remove-evidence"]?.(publisher, all["remove-evidence"] ?? {}),
  ]);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
  expect(refused.filter((reason) => reason !== "archived")).toEqual([]);
  const [last] = await db().event.findMany({
    where: { entityId: claim.id },
    orderBy: { sequence: "desc" },
    take: 1,
  });
  expect(last?.action).toBe("claim.archive");
});

test("an archived claim can be read and commented on", async () => {
  await moveClaim(publisher, claim.id, "archive");
  await createComment(publisher, { claimId: claim.id, text: "A duplicate. هذا مكرر.", parentId: null });
  expect(await listComments(publisher, claim.id)).toHaveLength(1);
  expect((await getDeskClaim(publisher, claim.slug)).stage).toBe("archived");
});

test("a split with an archived claim among its claims moves none", async () => {
  const { id } = await anInternalClaim(publisher, { articleId: article.id });
  await moveClaim(publisher, claim.id, "archive");
  const to = { names: { en: "Nobody Yet" }, create: true };
  await expect(
    commands["split-claimant"]?.(publisher, { key: "deepseek", claims: [id, claim.id], to }),
  ).rejects.toMatchObject({
    reason: "archived",
    details: [{ path: "claims", message: `${claim.id} is archived.` }],
  });
  expect(await db().claimant.count({ where: { key: "nobody-yet" } })).toBe(0);
});

test("an archived claim's quote follows the corrected article, and is found there after restoring", async () => {
  await moveClaim(publisher, claim.id, "archive");
  const read = await getDeskArticle(publisher, article.slug);
  await editArticle(
    publisher,
    editedArticleSchema.parse({ ...read, articleId: article.id, text: `${read.text}\n\nخاتمة.` }),
  );
  await moveClaim(publisher, claim.id, "restore");
  const { source } = await getDeskClaim(publisher, claim.slug);
  expect(source).toMatchObject({ capturedIn: 2, newest: 2 });
});

test("an archived article takes no change until it is restored", async () => {
  await archiveArticle(publisher, article.id);
  const read = await getDeskArticle(publisher, article.slug);
  const corrected = editedArticleSchema.parse({ ...read, articleId: article.id, title: "مصحَّح" });
  await expect(editArticle(publisher, corrected)).rejects.toMatchObject({
    code: "conflict",
    reason: "article_archived",
    message: expect.stringMatching(/archived.*Restore it first/),
  });
  expect(await getDeskArticle(publisher, article.slug)).toEqual(read);
  await restoreArticle(publisher, article.id);
  await editArticle(publisher, corrected);
  expect((await getDeskArticle(publisher, article.slug)).title).toBe("مصحَّح");
});
