import { beforeEach, describe, expect, test } from "vitest";
import { archiveArticle, restoreArticle } from "@/lib/desk/articles/archive";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/desk/claims/appearances";
import { editClaim } from "@/lib/desk/claims/commands";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { createComment } from "@/lib/desk/comments/commands";
import {
  addEvidence,
  editEvidence,
  orderEvidence,
  removeEvidence,
  restoreEvidence,
} from "@/lib/desk/evidence/commands";
import { listEvidence } from "@/lib/desk/evidence/queries";
import { editedEvidenceSchema, newEvidenceSchema } from "@/lib/desk/evidence/schema";
import {
  type ProposalReference,
  proposeVerdict,
  renewProposal,
  returnProposal,
  withdrawProposal,
} from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { getSnapshotHash, listProposals } from "@/lib/desk/verdicts/queries";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { transaction } from "@/lib/platform/db/transaction";
import { getClaim } from "@/lib/public/claims/get-claim";
import { anArticle, anInternalClaim, aVerdict, somebody, someEvidence } from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";

let editor: Context;
let publisher: Context;
let other: Context;
let article: { id: string; slug: string };
let claim: { id: string; slug: string };
let proposal: ProposalReference;

beforeEach(async () => {
  [editor, publisher, other] = [
    await somebody("editor"),
    await somebody("publisher"),
    await somebody("publisher"),
  ];
  article = await anArticle(editor);
  claim = await anInternalClaim(editor, { articleId: article.id });
  await someEvidence(editor, claim.id);
  await someEvidence(editor, claim.id, { title: "Second" });
  proposal = await proposeVerdict(editor, aVerdict(claim.id));
});

const publish = (by: Context, { id, version, content }: ProposalReference = proposal) =>
  publishVerdict(by, { proposalId: id, version, content });

const piece = {
  url: "https://example.org/other",
  title: "Another",
  publisher: "Example",
  language: "en",
  stance: "supports",
  accessedOn: "2025-05-01",
  note: {},
};

const changes: Array<[string, string, (by: Context) => Promise<unknown>]> = [
  [
    "the claim's text",
    "claim.text.en",
    async (by) => editClaim(by, await editedFields(by, claim.slug, { text: { en: "Other words." } })),
  ],
  [
    "the claim's Arabic text",
    "claim.text.ar",
    async (by) =>
      editClaim(
        by,
        await editedFields(by, claim.slug, { text: { en: "It cost $6M on 2,000 H800s.", ar: "نص آخر" } }),
      ),
  ],
  [
    "when it was claimed",
    "claim.claimedOn",
    async (by) => editClaim(by, await editedFields(by, claim.slug, { claimedOn: "2025" })),
  ],
  [
    "the link of a piece of evidence",
    "evidence.0.url",
    async (by) => {
      const [first] = await listEvidence(by, claim.id);
      const { id, version } = first ?? { id: "", version: 0 };
      const fields = { ...first, ...piece, note: first?.note, evidenceId: id, version, linkAnswers: null };
      return editEvidence(by, editedEvidenceSchema.parse(fields));
    },
  ],
  [
    "the evidence by one more",
    "evidence",
    (by) => addEvidence(by, newEvidenceSchema.parse({ ...piece, claimId: claim.id })),
  ],
  [
    "the evidence by one less",
    "evidence",
    async (by) => removeEvidence(by, (await listEvidence(by, claim.id))[0]?.id ?? ""),
  ],
  [
    "the order of the evidence",
    "evidence.0.title",
    async (by) =>
      orderEvidence(by, {
        claimId: claim.id,
        order: (await listEvidence(by, claim.id)).map(({ id }) => id).reverse(),
      }),
  ],
  [
    "an appearance",
    "appearances",
    (by) =>
      addAppearance(by, {
        claimId: claim.id,
        url: "https://example.org/else",
        title: null,
        publisher: null,
        publishedOn: null,
        language: "en",
        change: {},
      }),
  ],
  [
    "the title of its article",
    "source.title",
    async (by) => {
      const { id, slug: _, text, disclosure, ...fields } = await getDeskArticle(by, article.slug);
      return editArticle(
        by,
        editedArticleSchema.parse({ ...fields, articleId: id, text, disclosure, title: "عنوان آخر" }),
      );
    },
  ],
];

describe.each(changes)("a change of %s after the proposal", (_what, path, change) => {
  test("is a conflict that names it, whoever made it, and nothing is published", async () => {
    await change(publisher);
    for (const by of [publisher, other]) {
      await expect(publish(by)).rejects.toMatchObject({
        code: "conflict",
        reason: "content_changed",
        details: expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining(path) })]),
      });
    }
    expect(await db().revision.count({ where: { claimId: claim.id } })).toBe(0);
    const [shown] = await listProposals(editor, claim.id);
    expect(shown?.changed).not.toBeNull();
  });

  test("is published after it was proposed again, by somebody who did not make it", async () => {
    await change(publisher);
    const renewed = await renewProposal(publisher, { proposalId: proposal.id, version: 1 });
    await expect(publish(publisher, renewed)).rejects.toMatchObject({ reason: "four_eyes" });
    expect(await publish(other, renewed)).toBe(1);
    const { verdict } = await getClaim(claim.slug);
    expect(verdict).toMatchObject({ proposedBy: publisher.actor?.name, publishedBy: other.actor?.name });
  });
});

test("a publisher who changed the claim and changed it back is not its second pair of eyes; another one is", async () => {
  const said = { en: "It cost $6M on 2,000 H800s.", ar: "كلّف $6M على 2,000 وحدة H800." };
  await editClaim(publisher, await editedFields(publisher, claim.slug, { text: { ...said, en: "Other." } }));
  await editClaim(publisher, await editedFields(publisher, claim.slug, { text: said }));
  await expect(publish(publisher)).rejects.toMatchObject({ code: "forbidden", reason: "four_eyes_content" });
  expect(await publish(other)).toBe(1);
});

test("what was done before the proposal, or plans the work, does not keep a publisher from publishing", async () => {
  await withdrawProposal(editor, proposal.id, 1);
  await someEvidence(publisher, claim.id, { title: "Third" });
  expect(await publish(publisher, await proposeVerdict(editor, aVerdict(claim.id)))).toBe(1);
});

test("a publisher names the content that they were shown", async () => {
  const content = `sha256:${"0".repeat(64)}`;
  await expect(publish(publisher, { ...proposal, content })).rejects.toMatchObject({
    code: "conflict",
    reason: "content_other",
    details: [{ path: "content", message: expect.stringContaining(proposal.content) }],
  });
});

test("a proposer names the claim that they were shown", async () => {
  await withdrawProposal(editor, proposal.id, 1);
  const snapshot = await getSnapshotHash(editor, claim.id);
  await editClaim(other, await editedFields(other, claim.slug, { text: { en: "Other words." } }));
  await expect(proposeVerdict(editor, { ...aVerdict(claim.id), snapshot })).rejects.toMatchObject({
    code: "conflict",
    reason: "claim_changed",
  });
  const now = await getSnapshotHash(editor, claim.id);
  await expect(proposeVerdict(editor, { ...aVerdict(claim.id), snapshot: now })).resolves.toMatchObject({
    version: 1,
  });
});

test("a proposal is renewed only where something was changed", async () => {
  await expect(renewProposal(other, { proposalId: proposal.id, version: 1 })).rejects.toMatchObject({
    reason: "content_same",
  });
});

describe("the database refuses", () => {
  test.each([
    ["other words", `SET summary = '{"en": "Other."}'`],
    ["another content", 'SET content = content || \'{"slug": "x"}\''],
    ["another proposer", "SET proposed_by_id = (SELECT id FROM person WHERE name LIKE 'publisher%' LIMIT 1)"],
    ["another rating", "SET rating = 'verified'"],
  ])("to give a proposal %s", async (_what, change) => {
    await expect(pool().query(`UPDATE proposal ${change} WHERE id = $1`, [proposal.id])).rejects.toThrow(
      /append-only/,
    );
  });

  test("to delete a proposal, and to open a decided one again", async () => {
    await expect(pool().query("DELETE FROM proposal WHERE id = $1", [proposal.id])).rejects.toThrow(
      /append-only/,
    );
    await publish(publisher);
    await expect(
      pool().query("UPDATE proposal SET state = 'open', decided_at = NULL WHERE id = $1", [proposal.id]),
    ).rejects.toThrow(/append-only/);
  });

  // The row that a publication would write, with one thing changed.
  test.each([
    ["nothing else", {}, null],
    ["another claim text", { claim: { text: { en: "Other." } } }, /is not what was proposed/],
    ["no evidence", { evidence: [] }, /is not what was proposed/],
    ["another summary", { verdict: { summary: { en: "Other." } } }, /is not what was proposed/],
    ["two eyes", { verdict: { fourEyes: false } }, /does not say how/],
    ["another number", { verdict: { revision: 2 } }, /does not say how/],
  ])("a revision with %s in its document", async (_what, change, refused) => {
    const row = await revisionToBe();
    await tryInsert({ ...row, document: changed(row.document, change) }, refused);
  });

  test.each([
    ["another time", { published_at: "2020-01-01T00:00:00Z" }, /does not say how/],
    ["no proposal", { proposal_id: null }, /is not what was proposed/],
    ["another rating", { rating: "verified" }, /is not what was proposed/],
    ["another kind", { kind: "correction" }, /is not what was proposed/],
    [
      "a place in the log that leaves one out",
      { log_index: 1_000_000 },
      /does not follow the last one of the log/,
    ],
    [
      "a hash before it that there is none of",
      { previous_hash: "0".repeat(64) },
      /does not follow revision 0/,
    ],
  ])("a revision with %s", async (_what, change, refused) => {
    await tryInsert({ ...(await revisionToBe()), ...change }, refused);
  });
});

describe("the database refuses a revision", () => {
  test("that another person is said to have proposed, or its proposer to have published", async () => {
    const row = await revisionToBe();
    const proposer = row.proposed_by_id;
    await tryInsert({ ...row, proposed_by_id: other.actor?.id }, /is not what was proposed/);
    await tryInsert({ ...row, published_by_id: proposer }, /does not say how/);
  });

  test("of a proposal that was decided, or of another claim", async () => {
    const row = await revisionToBe();
    const elsewhere = await anInternalClaim(editor, { articleId: article.id });
    await tryInsert({ ...row, claim_id: elsewhere.id }, /is not what was proposed/);
    await withdrawProposal(editor, proposal.id, 1);
    await tryInsert(row, /is not what was proposed/);
  });

  test("that is older than the one before it in the log, whatever claim that is of", async () => {
    const elsewhere = await anInternalClaim(editor, { articleId: article.id });
    await someEvidence(editor, elsewhere.id);
    const earlier = await proposeVerdict(editor, aVerdict(elsewhere.id));
    await publish(other, earlier);
    const row = await revisionToBe();
    const at = "2020-01-01T00:00:00.000Z";
    const old = { published_at: at, document: changed(row.document, { verdict: { publishedAt: at } }) };
    await tryInsert({ ...row, ...old }, /is older than the one before it in the log/);
    await tryInsert(row, null);
  });
});

// Each is done and taken back by the publisher after the proposal, so that the content is as it was proposed.
const handsOn: Array<[string, (by: Context) => Promise<unknown>]> = [
  [
    "the order of the evidence",
    async (by) => {
      const ids = (await listEvidence(by, claim.id)).map(({ id }) => id);
      await orderEvidence(by, { claimId: claim.id, order: ids.toReversed() });
      await orderEvidence(by, { claimId: claim.id, order: ids });
    },
  ],
  [
    "the evidence, which was removed and put back",
    async (by) => {
      const evidenceId = (await listEvidence(by, claim.id))[1]?.id ?? "";
      await removeEvidence(by, evidenceId);
      await restoreEvidence(by, { claimId: claim.id, evidenceId });
    },
  ],
  [
    "an appearance, which was added and removed",
    async (by) => {
      const place = { url: "https://example.org/else", title: null, publisher: null, publishedOn: null };
      await removeAppearance(
        by,
        await addAppearance(by, { ...place, claimId: claim.id, language: "en", change: {} }),
      );
    },
  ],
  [
    "the title of its article",
    async (by) => {
      for (const title of ["عنوان آخر", "مقال"]) {
        const { id, slug: _, ...fields } = await getDeskArticle(by, article.slug);
        await editArticle(by, editedArticleSchema.parse({ ...fields, articleId: id, title }));
      }
    },
  ],
];

describe.each(handsOn)("whoever had their hands on %s", (_what, change) => {
  test("after the proposal does not publish it, and somebody else may", async () => {
    await change(publisher);
    await expect(publish(publisher)).rejects.toMatchObject({
      code: "forbidden",
      reason: "four_eyes_content",
    });
    expect(await publish(other)).toBe(1);
  });

  test("before the proposal may publish it", async () => {
    await withdrawProposal(editor, proposal.id, 1);
    await change(publisher);
    expect(await publish(publisher, await proposeVerdict(editor, aVerdict(claim.id)))).toBe(1);
  });
});

test("planning, releasing and talking about a claim after the proposal leave its publisher a second pair of eyes", async () => {
  await assignClaim(publisher, {
    claimId: claim.id,
    personId: other.actor?.id ?? null,
    dueOn: "2027-01-01",
    priority: "high",
  });
  await createComment(publisher, { claimId: claim.id, parentId: null, text: "I will look at it." });
  await moveClaim(publisher, claim.id, "release");
  await moveClaim(publisher, claim.id, "hide");
  await archiveArticle(publisher, article.id);
  await restoreArticle(publisher, article.id);
  expect(await publish(publisher)).toBe(1);
});

test("on a desk of one person, whoever changed the claim may publish it", async () => {
  const said = { en: "It cost $6M on 2,000 H800s.", ar: "كلّف $6M على 2,000 وحدة H800." };
  await editClaim(publisher, await editedFields(publisher, claim.slug, { text: { ...said, en: "Other." } }));
  await editClaim(publisher, await editedFields(publisher, claim.slug, { text: said }));
  env().ONE_PERSON_DESK = true;
  try {
    expect(await publish(publisher)).toBe(1);
  } finally {
    env().ONE_PERSON_DESK = false;
  }
});

test("a proposal is decided at the version that was seen alone", async () => {
  await expect(publish(publisher, { ...proposal, version: 2 })).rejects.toMatchObject({ reason: "decided" });
  await expect(withdrawProposal(editor, proposal.id, 2)).rejects.toMatchObject({ reason: "decided" });
  await expect(
    returnProposal(publisher, { proposalId: proposal.id, version: 0, note: "Why?" }),
  ).rejects.toMatchObject({ reason: "decided" });
  expect((await db().proposal.findUniqueOrThrow({ where: { id: proposal.id } })).state).toBe("open");
  await returnProposal(publisher, { proposalId: proposal.id, version: 1, note: "Why?" });
  const row = await db().proposal.findUniqueOrThrow({ where: { id: proposal.id } });
  expect(row).toMatchObject({
    state: "returned",
    version: 2,
    decidedById: publisher.actor?.id,
    returnNote: "Why?",
  });
});

type Row = Record<string, unknown>;

function changed(document: unknown, change: Row): Row {
  const merged = Object.entries(change).map(([key, value]) => {
    const before = (document as Row)[key];
    const isPart = typeof value === "object" && value !== null && !Array.isArray(value);
    return [key, isPart ? changed(before, value as Row) : value];
  });
  return { ...(document as Row), ...Object.fromEntries(merged) };
}

/** The row of the revision that publishing the proposal would write; nothing is published. */
async function revisionToBe(): Promise<Row> {
  const rows: Array<{ row: Row }> = [];
  await transaction(async (tx) => {
    await publish(publisher);
    rows.push(
      ...(await tx.$queryRaw<
        typeof rows
      >`SELECT to_jsonb(r) AS row FROM revision r WHERE claim_id = ${claim.id}`),
    );
    throw new Error("Nothing is published.");
  }).catch(() => {});
  return rows[0]?.row ?? {};
}

async function tryInsert(row: Row, refused: RegExp | null): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const insert = client.query(
      "INSERT INTO revision SELECT * FROM jsonb_populate_record(NULL::revision, $1)",
      [row],
    );
    if (refused) await expect(insert).rejects.toThrow(refused);
    else await expect(insert).resolves.toMatchObject({ rowCount: 1 });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("with a clock three days back, a publication has the time of the last one", async () => {
  await publish(publisher);
  const [first] = await db().revision.findMany({ where: { claimId: claim.id } });
  const threeDaysBack = () => new Date(Date.now() - 3 * 86_400_000);
  const note = { en: "We had the wrong figure." };
  const early = { ...editor, now: threeDaysBack };
  const correction = await proposeVerdict(early, aVerdict(claim.id, { kind: "correction", note }));
  await publish({ ...publisher, now: threeDaysBack }, correction);
  const second = await db().revision.findFirstOrThrow({ where: { claimId: claim.id, number: 2 } });
  expect(second.publishedAt).toEqual(first?.publishedAt);
});
