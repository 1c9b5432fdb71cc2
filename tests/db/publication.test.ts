import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { editClaim } from "@/lib/desk/claims/commands";
import { editedClaimSchema } from "@/lib/desk/claims/schema";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { removeEvidence } from "@/lib/desk/evidence/commands";
import { proposeVerdict, returnProposal, withdrawProposal } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { listProposals } from "@/lib/desk/verdicts/queries";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { getClaim, getRevision } from "@/lib/public/claims/get-claim";
import { listCorrections } from "@/lib/public/corrections";
import { publicClaimSchema } from "@/lib/public/projection/document";
import { hashOf } from "@/lib/record/canonical-hash";
import { claimDocument } from "@/lib/record/format/document";
import { aClaim, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

let editor: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
});

async function readyClaim() {
  const claim = await aClaim(editor);
  const evidenceId = await someEvidence(editor, claim.id);
  return { ...claim, evidenceId };
}

describe("a verdict", () => {
  test("goes from proposal to the readers' page in one step", async () => {
    const { id, slug } = await readyClaim();
    expect((await getClaim(slug)).status).toBe("unchecked");
    const { id: proposalId, content } = await proposeVerdict(editor, aVerdict(id));
    expect((await getClaim(slug)).status).toBe("in_review");
    expect(await publishVerdict(publisher, { proposalId, version: 1, content })).toBe(1);
    const shown = await getClaim(slug);
    expect(shown.status).toBe("disputed");
    expect(shown.verdict).toMatchObject({ revision: 1, rating: "disputed", proposedBy: editor.actor?.name });
    expect(shown.evidence).toHaveLength(1);
    expect(shown.source?.quote?.exact).toBe("$6M على 2,000 وحدة H800");
  });

  test("is not published by its proposer", async () => {
    const { id } = await readyClaim();
    const { id: proposalId, content } = await proposeVerdict(publisher, aVerdict(id));
    await expect(publishVerdict(publisher, { proposalId, version: 1, content })).rejects.toMatchObject({
      code: "forbidden",
      reason: "four_eyes",
    });
  });

  test("is published by its proposer where the desk is set up for one person, and the record says so", async () => {
    const { id, slug } = await readyClaim();
    const { id: proposalId, content } = await proposeVerdict(publisher, aVerdict(id));
    env().ONE_PERSON_DESK = true;
    try {
      await publishVerdict(publisher, { proposalId, version: 1, content });
    } finally {
      env().ONE_PERSON_DESK = false;
    }
    expect((await getClaim(slug)).verdict).toMatchObject({ revision: 1, fourEyes: false });
    const next = await proposeVerdict(editor, {
      ...aVerdict(id),
      kind: "correction",
      note: { en: "Looked at." },
    });
    await publishVerdict(publisher, { proposalId: next.id, version: 1, content: next.content });
    expect((await getClaim(slug)).verdict).toMatchObject({ revision: 2, fourEyes: true });
  });

  test("is not published by an editor", async () => {
    const { id } = await readyClaim();
    const { id: proposalId, content } = await proposeVerdict(editor, aVerdict(id));
    const other = await somebody("editor");
    await expect(publishVerdict(other, { proposalId, version: 1, content })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("needs evidence, unless nothing can be proven", async () => {
    const { id } = await aClaim(editor);
    await expect(proposeVerdict(editor, aVerdict(id))).rejects.toMatchObject({
      code: "invalid",
      details: [{ path: "rating", message: "evidence_missing" }],
    });
    await expect(proposeVerdict(editor, aVerdict(id, { rating: "unproven" }))).resolves.toMatchObject({
      version: 1,
    });
  });

  test("is not published when its evidence went away in the meantime", async () => {
    const { id, slug, evidenceId } = await readyClaim();
    const { id: proposalId, content } = await proposeVerdict(editor, aVerdict(id));
    await removeEvidence(editor, evidenceId);
    await expect(publishVerdict(publisher, { proposalId, version: 1, content })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await getClaim(slug)).verdict).toBeNull();
  });

  test("is published once when two publishers press the button", async () => {
    const { id } = await readyClaim();
    const { id: proposalId, content } = await proposeVerdict(editor, aVerdict(id));
    const other = await somebody("publisher");
    const outcomes = await Promise.allSettled(
      [publisher, other].map((context) => publishVerdict(context, { proposalId, version: 1, content })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().revision.count({ where: { claimId: id } })).toBe(1);
  });

  test("is sent back with a note, and proposed again", async () => {
    const { id } = await readyClaim();
    const { id: proposalId, content } = await proposeVerdict(editor, aVerdict(id));
    await returnProposal(publisher, { proposalId, version: 1, note: "Which table of the report?" });
    const [latest] = await listProposals(editor, id);
    expect(latest).toMatchObject({ state: "returned", returnNote: "Which table of the report?" });
    await expect(publishVerdict(publisher, { proposalId, version: 2, content })).rejects.toMatchObject({
      code: "conflict",
    });
    await proposeVerdict(editor, aVerdict(id));
  });

  test("has one open proposal at a time, which only its proposer takes back", async () => {
    const { id } = await readyClaim();
    const { id: proposalId } = await proposeVerdict(editor, aVerdict(id));
    await expect(proposeVerdict(editor, aVerdict(id))).rejects.toMatchObject({ code: "conflict" });
    await expect(withdrawProposal(publisher, proposalId, 1)).rejects.toMatchObject({ reason: "not_yours" });
    await withdrawProposal(editor, proposalId, 1);
    expect((await db().claim.findUniqueOrThrow({ where: { id } })).stage).toBe("in_review");
  });
});

describe("after publication", () => {
  test("a correction is a new revision with a public note, chained to the first", async () => {
    const { id, slug } = await readyClaim();
    await published(editor, publisher, aVerdict(id));
    await expect(proposeVerdict(editor, aVerdict(id, { kind: "correction" }))).rejects.toMatchObject({
      details: [{ path: "note", message: "required" }],
    });
    const note = { en: "We had misread the report.", ar: "أخطأنا قراءة التقرير." };
    expect(
      await published(editor, publisher, aVerdict(id, { kind: "correction", rating: "false", note })),
    ).toBe(2);
    const shown = await getClaim(slug);
    expect(shown.status).toBe("false");
    expect(shown.revisions.map(({ rating }) => rating)).toEqual(["disputed", "false"]);
    expect(shown.verdict?.previousHash).toBe(shown.revisions[0]?.hash);
    expect((await getRevision(slug, 1)).status).toBe("disputed");
    expect((await listCorrections({})).rows[0]).toMatchObject({ slug, verdict: { note } });
  });

  test("a retraction keeps the page with its reason", async () => {
    const { id, slug } = await readyClaim();
    await published(editor, publisher, aVerdict(id));
    const note = { en: "The claim was never made." };
    await published(editor, publisher, aVerdict(id, { kind: "retraction", note }));
    expect(await getClaim(slug)).toMatchObject({
      status: "retracted",
      verdict: { kind: "retraction", note },
    });
  });

  test("readers see what was published, not what is being edited", async () => {
    const { id, slug } = await readyClaim();
    await published(editor, publisher, aVerdict(id));
    await someEvidence(editor, id, { title: "Found later" });
    const { id: proposalId } = await proposeVerdict(
      editor,
      aVerdict(id, { kind: "correction", note: { en: "More." } }),
    );
    const shown = await getClaim(slug);
    expect(shown.status).toBe("disputed");
    expect(shown.evidence).toHaveLength(1);
    await withdrawProposal(editor, proposalId, 1);
    expect((await db().claim.findUniqueOrThrow({ where: { id } })).stage).toBe("published");
  });

  test("a claim cannot be archived away", async () => {
    const { id } = await readyClaim();
    await published(editor, publisher, aVerdict(id));
    await expect(moveClaim(editor, id, "archive")).rejects.toMatchObject({ reason: "stage" });
  });

  test("a translation that comes later waits for a correction", async () => {
    const claim = await aClaim(editor, { text: { en: "It cost $6M." } });
    await someEvidence(editor, claim.id);
    await published(editor, publisher, aVerdict(claim.id));
    const text = { en: "It cost $6M.", ar: "كلّف 6 ملايين دولار." };
    const edited = { claimant: { key: "deepseek" }, language: "en", quote: "$6M على 2,000 وحدة H800" };
    await editClaim(editor, editedClaimSchema.parse({ ...edited, claimId: claim.id, version: 1, text }));
    expect((await getClaim(claim.slug)).claim.text).toEqual({ en: text.en });
    const note = { en: "Now in Arabic too." };
    await published(editor, publisher, aVerdict(claim.id, { kind: "correction", note }));
    expect((await getClaim(claim.slug)).claim.text).toEqual(text);
  });

  test("the hash is that of what an export shows, and the whole document has one of its own", async () => {
    const rows = await db().revision.findMany({ orderBy: [{ claimId: "asc" }, { number: "asc" }] });
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(hashOf(row.document)).toBe(row.documentHash);
    const latest = new Map(rows.map((row) => [row.claimId, row.hash]));
    for (const { document } of await db().publicClaim.findMany({ where: { sequence: { gt: 0 } } })) {
      const { url, verdict, ...rest } = claimDocument(
        publicClaimSchema.parse(document),
        "https://desk.example",
      );
      const { hash, ...signed } = verdict ?? { hash: "" };
      expect(hash).toBe(`sha256:${latest.get(rest.id)}`);
      expect(hashOf({ ...rest, verdict: signed })).toBe(latest.get(rest.id));
    }
  });
});
