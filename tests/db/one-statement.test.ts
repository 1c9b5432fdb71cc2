import { afterEach, beforeEach, expect, test } from "vitest";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/desk/claims/appearances";
import { editClaim } from "@/lib/desk/claims/commands";
import { splitClaimant } from "@/lib/desk/claims/named-entities/split";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { appearanceInputSchema } from "@/lib/desk/claims/schema";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { createComment } from "@/lib/desk/comments/commands";
import { removeEvidence } from "@/lib/desk/evidence/commands";
import { proposeVerdict, returnProposal, withdrawProposal } from "@/lib/desk/verdicts/proposals";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  arabicText,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";
import { watchStatements } from "@/tests/factories/overlapping-statements";

// pg deprecates a statement that is sent while another one runs on its connection, and refuses it from version 9.

let watch: ReturnType<typeof watchStatements>;
let editor: Context;
let publisher: Context;

beforeEach(async () => {
  [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  watch = watchStatements();
});

afterEach(async () => {
  await watch.stop();
  expect(watch).toMatchObject({ overlaps: [], warnings: [] });
});

test("an article is imported, changed, archived and restored", async () => {
  const { id, slug } = await anArticle(editor);
  await anInternalClaim(editor, { articleId: id });
  const article = await getDeskArticle(editor, slug);
  const form = { ...article, articleId: id, text: `${arabicText}\n\nفقرة جديدة.` };
  await editArticle(editor, editedArticleSchema.parse(form));
  const other = await anArticle(editor);
  await archiveArticle(editor, other.id);
  await restoreArticle(editor, other.id);
});

test("a claim is captured, changed, discussed, and its evidence gathered", async () => {
  const { id, slug } = await aClaim(editor, { newTopic: { en: "Chips", ar: "رقائق" } });
  await editClaim(editor, await editedFields(editor, slug, { text: { en: "It cost more than $6M." } }));
  const place = { claimId: id, url: "https://example.org/another", language: "en", change: {} };
  await removeAppearance(editor, await addAppearance(editor, appearanceInputSchema.parse(place)));
  await someEvidence(editor, id);
  await removeEvidence(editor, await someEvidence(editor, id));
  await createComment(editor, { claimId: id, text: "Who said it first?", parentId: null });
  await splitClaimant(editor, {
    key: (await getDeskClaim(editor, slug)).claimant?.key ?? "",
    claims: [id],
    to: { names: { en: "Liang" }, create: true, distinctFrom: [] },
  });
  await moveClaim(editor, id, "archive");
  await moveClaim(editor, id, "restore");
});

test("a verdict is proposed, returned, withdrawn, published, corrected and retracted", async () => {
  const { id } = await aClaim(editor, { topics: [], newTopic: { en: "Costs" } });
  await someEvidence(editor, id);
  const returned = await proposeVerdict(editor, aVerdict(id));
  await returnProposal(publisher, { proposalId: returned.id, version: 1, note: "Name the source." });
  const withdrawn = await proposeVerdict(editor, aVerdict(id));
  await withdrawProposal(editor, withdrawn.id, 1);
  await published(editor, publisher, aVerdict(id));
  const note = { en: "The figure was wrong." };
  await published(editor, publisher, aVerdict(id, { kind: "correction", rating: "false", note }));
  await published(editor, publisher, aVerdict(id, { kind: "retraction", note }));
});

test("queries sent at once in one transaction run one after the other, also behind one that fails", async () => {
  const { id } = await aClaim(editor);
  await transaction(async (tx) => {
    const reads = Array.from({ length: 5 }, () => tx.claim.findUnique({ where: { id } }));
    expect((await Promise.all(reads)).map((claim) => claim?.id)).toEqual(Array(5).fill(id));
  });
  const failing = db().$transaction(async (tx) => {
    const settled = await Promise.allSettled([
      tx.$queryRaw`SELECT 1 / 0`,
      tx.claim.findUnique({ where: { id } }),
    ]);
    return settled.map(({ status }) => status);
  });
  await expect(failing).resolves.toEqual(["rejected", "rejected"]);
});
