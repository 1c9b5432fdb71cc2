import { bytesToHex } from "@noble/hashes/utils.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { db } from "@/lib/platform/db/client";
import { publicationLeaf } from "@/lib/record/transparency-log/leaf";
import { emptyRoot, nodeHash } from "@/lib/record/transparency-log/tree";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

let editor: Context;
let publisher: Context;
let articleId: string;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  articleId = (await anArticle(editor)).id;
});

/** A claim with evidence and a proposal on it. */
async function aProposal(): Promise<{ claimId: string; proposalId: string; content: string }> {
  const { id: claimId } = await aClaim(editor, { articleId });
  await someEvidence(editor, claimId);
  const { id: proposalId, content } = await proposeVerdict(editor, aVerdict(claimId));
  return { claimId, proposalId, content };
}

/** MTH over the revisions in the order of the log, word by word as RFC 9162 (2.1.1) defines it. */
async function leavesOfRevisions(): Promise<Uint8Array[]> {
  const rows = await db().revision.findMany({ orderBy: { logIndex: "asc" } });
  return rows.map(({ claimId, number, hash, documentHash }) =>
    publicationLeaf({ claim: claimId, revision: number, hash, documentHash }),
  );
}

function naive(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length < 2) return leaves[0] ?? emptyRoot;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(naive(leaves.slice(0, k)), naive(leaves.slice(k)));
}

describe("the log of publications", () => {
  test("stays whole when many publish at once", async () => {
    const proposals: Array<Awaited<ReturnType<typeof aProposal>>> = [];
    while (proposals.length < 30) proposals.push(await aProposal());
    await Promise.all(
      proposals.map(({ proposalId, content }) =>
        publishVerdict(publisher, { proposalId, version: 1, content }),
      ),
    );
    const note = { en: "We had the wrong figure." };
    const kinds = ["correction", "retraction"] as const;
    await Promise.all(
      kinds.map((kind, n) =>
        published(editor, publisher, aVerdict(proposals[n]?.claimId ?? "", { kind, note })),
      ),
    );
    const leaves = await leavesOfRevisions();
    expect(leaves).toHaveLength(32);
    const nodes = await db().logNode.findMany();
    const complete = [32, 16, 8, 4, 2, 1];
    expect(complete.map((_, at) => nodes.filter(({ level }) => level === at).length)).toEqual(complete);
    for (const { level, index, hash } of nodes) {
      const width = 2 ** level;
      expect(hash).toBe(bytesToHex(naive(leaves.slice(index * width, (index + 1) * width))));
    }
  });
});
