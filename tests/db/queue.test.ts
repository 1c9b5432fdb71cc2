import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { getQueue, getQueuePart, PREVIEW_LENGTH, QUEUE_PAGE_LENGTH } from "@/lib/desk/claims/queue";
import type { QueuePart } from "@/lib/desk/claims/queue-parts";
import { countsStatement, pageStatement } from "@/lib/desk/claims/queue-sql";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { proposeVerdict, returnProposal } from "@/lib/desk/verdicts/proposals";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { aClaim, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { mostSorted, nodesOf, planModes, rowsRead, scannedWhole } from "@/tests/factories/plans";
import { manyClaims } from "@/tests/factories/queue";

const MANY = 138;

let editor: Context;
let colleague: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  colleague = await somebody("editor");
  publisher = await somebody("publisher");
  await manyClaims(editor, MANY, "inbox", "inbox");
  await manyClaims(editor, MANY, "archived", "archived");
});

/** The slugs of each page of a part, page after page by `next`; `between` runs after each page. */
async function walk(part: QueuePart, between: (page: number) => Promise<unknown> = async () => {}) {
  const pages: string[][] = [];
  let [after, last]: Array<string | undefined> = [];
  do {
    const { lines, next, previous, first } = await getQueuePart(editor, { part, after });
    expect(first).toBe(pages.flat().length + 1);
    pages.push(lines.map(({ slug }) => slug));
    await between(pages.length);
    [after, last] = [next ?? undefined, previous ?? undefined];
  } while (after);
  return { pages, last };
}

const waitingOf = async (context: Context) => (await getQueue(context)).waiting.map(({ slug }) => slug);

/** A claim whose proposal by the editor was sent back. */
async function returned() {
  const claim = await aClaim(editor);
  await someEvidence(editor, claim.id);
  const { id: proposalId } = await proposeVerdict(editor, aVerdict(claim.id));
  await returnProposal(publisher, { proposalId, version: 1, note: "Which year?" });
  return claim;
}

describe("the queue", () => {
  test("shows the beginning of each part, and says how many claims it has", async () => {
    const { counts, inbox, archived } = await getQueue(editor);
    expect(counts).toMatchObject({ inbox: MANY, archived: MANY });
    expect([inbox.length, archived.length]).toEqual([PREVIEW_LENGTH, PREVIEW_LENGTH]);
    expect((await getQueuePart(editor, { part: "inbox" })).count).toBe(MANY);
  });

  test.each(["inbox", "archived"] as const)("leads to each claim of %s once, and back", async (part) => {
    const { pages, last } = await walk(part);
    expect(pages.map(({ length }) => length)).toEqual([
      QUEUE_PAGE_LENGTH,
      QUEUE_PAGE_LENGTH,
      MANY - 2 * QUEUE_PAGE_LENGTH,
    ]);
    expect(new Set(pages.flat()).size).toBe(MANY);
    const before = await getQueuePart(editor, { part, before: last });
    expect(before.lines.map(({ slug }) => slug)).toEqual(pages[1]);
    expect(before.first).toBe(QUEUE_PAGE_LENGTH + 1);
    const first = await getQueuePart(editor, { part, before: before.previous ?? "" });
    expect(first.lines.map(({ slug }) => slug)).toEqual(pages[0]);
    expect(first.previous).toBeNull();
    expect(first.first).toBe(1);
  });

  test("has the most urgent first, then what is due first, then the newest", async () => {
    const { pages } = await walk("inbox");
    const rows = await db().claim.findMany({
      where: { stage: "inbox" },
      orderBy: [{ priority: "desc" }, { dueOn: "asc" }, { createdAt: "desc" }, { id: "desc" }],
    });
    expect(pages.flat()).toEqual(rows.map(({ slug }) => slug));
  });

  test("leads to each claim once while colleagues edit, take, bring and archive others", async () => {
    const known = new Set((await walk("inbox")).pages.flat());
    const { pages } = await walk("inbox", async (page) => {
      const rest = [...known].slice(page * QUEUE_PAGE_LENGTH);
      const [edited, taken] = [rest.at(-1), rest.at(-2)];
      await db().claim.updateMany({ where: { slug: edited }, data: { updatedAt: new Date() } });
      const claim = await db().claim.findUnique({ where: { slug: taken ?? "" } });
      if (claim) {
        const { priority, dueOn } = claim;
        await assignClaim(editor, {
          claimId: claim.id,
          personId: colleague.actor?.id ?? "",
          priority,
          dueOn,
        });
      }
      const { id } = await aClaim(editor);
      await moveClaim(editor, id, "archive");
    });
    const seen = pages.flat().filter((slug) => known.has(slug));
    expect(seen).toHaveLength(MANY);
    expect(new Set(seen)).toEqual(known);
  });

  test("has what was archived or published last first, and an edit does not move it", async () => {
    const { id, slug } = await aClaim(editor);
    await moveClaim(editor, id, "archive");
    expect((await getQueue(editor)).archived[0]?.slug).toBe(slug);
    await db().claim.update({ where: { id: "archived-3" }, data: { text: "Edited", updatedAt: new Date() } });
    expect((await getQueue(editor)).archived[0]?.slug).toBe(slug);
  });

  test("begins anew at a cursor of another part, and at none", async () => {
    const first = await getQueuePart(editor, { part: "archived" });
    const { next } = await getQueuePart(editor, { part: "inbox" });
    for (const after of [next ?? "", "x", "%00", Buffer.from('["archived",1]').toString("base64url")]) {
      expect(await getQueuePart(editor, { part: "archived", after })).toEqual(first);
    }
  });
});

describe("a proposal that was sent back", () => {
  test("waits for its proposer, whoever the claim is assigned to", async () => {
    const { id, slug } = await returned();
    expect(await waitingOf(editor)).toContain(slug);
    const plan = { claimId: id, dueOn: null, priority: "normal" } as const;
    await assignClaim(editor, { ...plan, personId: colleague.actor?.id ?? "" });
    expect(await waitingOf(editor)).toContain(slug);
    expect(await waitingOf(colleague)).toContain(slug);
    expect(await waitingOf(publisher)).not.toContain(slug);
    const line = (await getQueue(editor)).waiting.find((one) => one.slug === slug);
    expect(line?.returned).toBe("Which year?");
    expect((await getQueue(editor)).counts.waiting).toBe((await waitingOf(editor)).length);
  });

  test("waits no more once they propose again", async () => {
    const { id, slug } = await returned();
    await proposeVerdict(editor, aVerdict(id));
    expect(await waitingOf(editor)).not.toContain(slug);
    expect(await waitingOf(publisher)).toContain(slug);
  });

  test("waits no more once somebody else proposes, or the claim is archived", async () => {
    const [first, second] = [await returned(), await returned()];
    await proposeVerdict(colleague, aVerdict(first.id));
    await moveClaim(editor, second.id, "archive");
    const waiting = await waitingOf(editor);
    expect(waiting).not.toContain(first.slug);
    expect(waiting).not.toContain(second.slug);
  });

  test("waits for its proposer as a correction, too", async () => {
    const { id, slug } = await aClaim(editor);
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    const note = { en: "The year was wrong.", ar: "كانت السنة خاطئة." };
    const { id: proposalId } = await proposeVerdict(colleague, aVerdict(id, { kind: "correction", note }));
    await returnProposal(publisher, { proposalId, version: 1, note: "أي سنة؟" });
    expect(await waitingOf(colleague)).toContain(slug);
    expect(await waitingOf(editor)).not.toContain(slug);
  });
});

describe("a large queue", () => {
  const viewer = () => ({ id: editor.actor?.id ?? "", publishes: true });

  beforeAll(async () => {
    for (const stage of ["inbox", "in_review", "archived"] as const) {
      await manyClaims(editor, 5_000, stage, `large-${stage}`);
    }
    await pool().query("VACUUM ANALYZE claim");
  }, 120_000);

  test.each(["waiting", "inbox", "inReview", "archived"] as const)(
    "is read in the order of its index: %s",
    async (part) => {
      const { text, values } = pageStatement(part, viewer(), {}, QUEUE_PAGE_LENGTH + 1);
      for (const mode of planModes) {
        const nodes = await nodesOf(mode, { text, values });
        expect(scannedWhole(nodes)).not.toContain("claim");
        expect(mostSorted(nodes), "rows sorted").toBeLessThanOrEqual(3 * (QUEUE_PAGE_LENGTH + 1));
        expect(rowsRead(nodes), "rows read").toBeLessThanOrEqual(1000);
      }
    },
  );

  test("is counted from the index alone", async () => {
    const { text, values } = countsStatement(viewer());
    const nodes = await nodesOf("force_custom_plan", { text, values });
    expect(scannedWhole(nodes)).not.toContain("claim");
  });
});
