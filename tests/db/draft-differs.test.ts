import { beforeAll, describe, expect, test } from "vitest";
import { editArticle } from "@/lib/desk/articles/commands";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { findDrift, findDriftedClaims } from "@/lib/desk/claims/drift";
import { getQueue } from "@/lib/desk/claims/queue";
import { editEvidence, orderEvidence } from "@/lib/desk/evidence/commands";
import { editedEvidenceSchema } from "@/lib/desk/evidence/schema";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { listProposals } from "@/lib/desk/verdicts/queries";
import { db } from "@/lib/platform/db/client";
import { compareRevisions, hasDifferences } from "@/lib/record/comparison/compare";
import {
  aClaim,
  anArticle,
  arabicText,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";
import { asSuperuser } from "@/tests/factories/superuser";

let editor: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
});

const given = {
  url: "https://arxiv.org/abs/2412.19437",
  title: "DeepSeek-V3 Technical Report",
  publisher: "arXiv",
  publishedOn: "2024-12-27",
  language: "en",
  stance: "refutes",
  accessedOn: "2025-01-15",
  note: { en: "Counts one final run only." },
};
const edit = (evidenceId: string, version: number, fields: object) =>
  editEvidence(editor, editedEvidenceSchema.parse({ ...given, ...fields, evidenceId, version }));

async function aPublishedClaim() {
  const article = await anArticle(editor);
  const claim = await aClaim(editor, { articleId: article.id });
  const evidence = [await someEvidence(editor, claim.id), await someEvidence(editor, claim.id)];
  await published(editor, publisher, aVerdict(claim.id));
  return { ...claim, article, evidence: evidence as [string, string] };
}

const inQueue = async (slug: string) =>
  (await getQueue(editor)).published.find((line) => line.slug === slug)?.draftDiffers;

describe("the draft of a published claim", () => {
  test("differs from what readers see once evidence is edited, and no longer once that is undone", async () => {
    const { id, slug, evidence } = await aPublishedClaim();
    expect(await findDrift(editor, id)).toBeNull();
    expect(await inQueue(slug)).toBe(false);
    await edit(evidence[0], 1, { note: { en: "Counts one final run only.", ar: "تدريب واحد." } });
    const drift = await findDrift(editor, id);
    expect(drift).toMatchObject({ revision: 1, format: 2 });
    expect(drift?.published.evidence[0]?.note).toEqual({ en: "Counts one final run only." });
    expect(drift?.draft.evidence[0]?.note.ar).toBe("تدريب واحد.");
    expect(await inQueue(slug)).toBe(true);
    await edit(evidence[0], 2, {});
    expect(await findDrift(editor, id)).toBeNull();
    expect(await inQueue(slug)).toBe(false);
  });

  test("differs by the order of its evidence alone", async () => {
    const { id, evidence } = await aPublishedClaim();
    await orderEvidence(editor, { claimId: id, order: evidence.toReversed() });
    const drift = await findDrift(editor, id);
    if (!drift) throw new Error("there is no drift");
    const sides = [drift.published, drift.draft].map((side) => ({
      ...side,
      format: 2 as const,
      verdict: null,
    }));
    const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
    expect(hasDifferences(compareRevisions(before, after, "ar"))).toBe(true);
  });

  test("differs by its article's title, and by nothing once a correction is published", async () => {
    const { id, article } = await aPublishedClaim();
    const { version } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    const fields = { kind: "opinion", title: "عنوان آخر", language: "ar", publisher: "crypto.news" };
    await editArticle(
      editor,
      editedArticleSchema.parse({
        ...fields,
        disclosure: {},
        articleId: article.id,
        version,
        text: arabicText,
      }),
    );
    expect((await findDrift(editor, id))?.draft.source?.title).toBe("عنوان آخر");
    const note = { en: "The title was corrected by its publisher." };
    await published(editor, publisher, aVerdict(id, { kind: "correction", note }));
    expect(await findDrift(editor, id)).toBeNull();
  });

  test("is held against what the record's format says", async () => {
    const { id, evidence } = await aPublishedClaim();
    await asSuperuser(
      `UPDATE revision SET document = jsonb_set(document #- '{source,version}' #- '{source,kind}'
         #- '{source,disclosure}', '{format}', '1') WHERE claim_id = $1`,
      [id],
    );
    expect(await findDrift(editor, id)).toBeNull();
    await edit(evidence[1], 1, { stance: "context" });
    expect(await findDrift(editor, id)).toMatchObject({ format: 1 });
  });

  test("of nothing published is no draft", async () => {
    const claim = await aClaim(editor);
    expect(await findDrift(editor, claim.id)).toBeNull();
    expect(await findDriftedClaims([claim.id, "nothing"])).toEqual(new Set());
    expect(await findDriftedClaims([])).toEqual(new Set());
  });
});

test("those of many claims that differ are told from those that do not", async () => {
  const claims = [await aPublishedClaim(), await aPublishedClaim(), await aPublishedClaim()];
  const [first, , third] = claims as [(typeof claims)[0], (typeof claims)[0], (typeof claims)[0]];
  await edit(third.evidence[0], 1, { stance: "supports" });
  const ids = claims.map(({ id }) => id);
  expect(await findDriftedClaims(ids)).toEqual(new Set([third.id]));
  expect(await findDriftedClaims([first.id])).toEqual(new Set());
});

test("a proposal whose claim was changed says from what to what, by whom and when", async () => {
  const claim = await aClaim(editor);
  const evidence = await someEvidence(editor, claim.id);
  await proposeVerdict(editor, aVerdict(claim.id));
  const colleague = await somebody("editor");
  expect(await listProposals(publisher, claim.id)).toMatchObject([{ changed: null, changes: [] }]);
  await editEvidence(
    colleague,
    editedEvidenceSchema.parse({ ...given, stance: "supports", evidenceId: evidence, version: 1 }),
  );
  const [proposal] = await listProposals(publisher, claim.id);
  expect(proposal?.proposed?.evidence[0]?.stance).toBe("refutes");
  expect(proposal?.changed?.evidence[0]?.stance).toBe("supports");
  expect(proposal?.changes).toEqual([
    { by: colleague.actor?.name, at: expect.any(Date), action: "evidence.edit" },
  ]);
});
