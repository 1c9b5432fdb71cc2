import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { editClaim } from "@/lib/desk/claims/commands";
import { removeEvidence } from "@/lib/desk/evidence/commands";
import { listEvidence } from "@/lib/desk/evidence/queries";
import {
  proposeVerdict,
  renewProposal,
  returnProposal,
  withdrawProposal,
} from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { type DeskProposal, getSnapshotHash, listProposals } from "@/lib/desk/verdicts/queries";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { hashOf } from "@/lib/record/canonical-hash";
import type { RevisionDocument } from "@/lib/record/revision";
import { anArticle, anInternalClaim, aVerdict, somebody, someEvidence } from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";

const noises = [
  "look",
  "renew",
  "publish",
  "edit claim",
  "edit claim back",
  "add evidence",
  "remove evidence",
  "edit article",
  "return",
  "withdraw",
] as const;
type What = (typeof noises)[number] | "propose";
/** A move is made from what the person saw last, or they look first. */
type Move = { who: number; what: What; looksFirst: boolean };

/** What a person has seen on the claim's page: the claim, and the proposal that waited. */
type Sight = { snapshot: string; claim: unknown; proposal: DeskProposal | null };
type World = {
  claim: { id: string; slug: string };
  articleSlug: string;
  seen: Map<number, Sight>;
  /** What each proposal was made of, by whom, as its proposer had seen it. */
  proposed: Map<string, { by: number; claim: unknown; verdict: unknown }>;
  published: Array<{ by: number; revision: number; seen: DeskProposal }>;
  step: number;
};

let people: Context[];
beforeAll(async () => {
  people = [
    await somebody("editor"),
    await somebody("editor"),
    await somebody("publisher"),
    await somebody("publisher"),
  ];
});

async function aWorld(): Promise<World> {
  const editor = people[0] as Context;
  const article = await anArticle(editor);
  const claim = await anInternalClaim(editor, { articleId: article.id });
  await someEvidence(editor, claim.id);
  const none = { published: [], step: 0 };
  return { claim, articleSlug: article.slug, seen: new Map(), proposed: new Map(), ...none };
}

const snapshotOfDocument = ({ claim, source, appearances, evidence }: RevisionDocument) =>
  hashOf({ claim, source, appearances, evidence });

async function look(world: World, who: number): Promise<Sight> {
  const by = people[who] as Context;
  const [proposal] = await listProposals(by, world.claim.id);
  const snapshot = await getSnapshotHash(by, world.claim.id);
  const sight = { snapshot, claim: snapshot, proposal: proposal?.state === "open" ? proposal : null };
  world.seen.set(who, sight);
  return sight;
}

/** One move of one person, from what they saw last; what the desk refuses is part of it. */
async function move(world: World, { who, what, looksFirst }: Move): Promise<void> {
  const by = people[who] as Context;
  const sight = (!looksFirst && world.seen.get(who)) || (await look(world, who));
  const mark = `${++world.step}`;
  const decision = { proposalId: sight.proposal?.id ?? "", version: sight.proposal?.version ?? 0 };
  const note = (proposal: { id: string; content: string }, claim: unknown) =>
    world.proposed.set(proposal.id, { by: who, claim, verdict: proposal.content });
  switch (what) {
    case "look":
      await look(world, who);
      return;
    case "propose": {
      const { snapshot } = sight;
      const { id: claimId } = world.claim;
      const kind = (await db().revision.count({ where: { claimId } })) > 0 ? "correction" : "publication";
      const words = { kind, reasons: { en: mark }, note: { en: mark } } as const;
      note(await proposeVerdict(by, { ...aVerdict(claimId, words), snapshot }), snapshot);
      return;
    }
    case "renew": {
      const { snapshot } = sight;
      note(await renewProposal(by, { ...decision, snapshot }), snapshot);
      return;
    }
    case "publish": {
      const content = sight.proposal?.content ?? "";
      const revision = await publishVerdict(by, { ...decision, content });
      world.published.push({ by: who, revision, seen: sight.proposal as DeskProposal });
      return;
    }
    case "return":
      return returnProposal(by, { ...decision, note: "Why?" });
    case "withdraw":
      return withdrawProposal(by, decision.proposalId, decision.version);
    case "edit claim":
    case "edit claim back": {
      const text = { en: what === "edit claim" ? `Words ${mark}.` : "It cost $6M on 2,000 H800s." };
      await editClaim(by, await editedFields(by, world.claim.slug, { text }));
      return;
    }
    case "add evidence":
      await someEvidence(by, world.claim.id, { title: `Report ${mark}` });
      return;
    case "remove evidence":
      return removeEvidence(by, (await listEvidence(by, world.claim.id)).at(-1)?.id ?? "");
    case "edit article": {
      const { id, text, ...fields } = await getDeskArticle(by, world.articleSlug);
      await editArticle(
        by,
        editedArticleSchema.parse({ ...fields, articleId: id, text, title: `مقال ${mark}` }),
      );
      return;
    }
  }
}

/** What must hold of every revision, whatever the order of things was. */
async function check(world: World): Promise<void> {
  const rows = await db().revision.findMany({
    where: { claimId: world.claim.id },
    orderBy: { number: "asc" },
  });
  expect(rows).toHaveLength(world.published.length);
  for (const row of rows) {
    const document = row.document as unknown as RevisionDocument;
    const { by, seen } = world.published.find(({ revision }) => revision === row.number) ?? {};
    const proposal = world.proposed.get(row.proposalId ?? "");
    const snapshot = `sha256:${snapshotOfDocument(document)}`;
    // Its proposer had seen the claim as it was published, and another person was shown just this.
    expect(proposal?.claim).toBe(snapshot);
    expect(row.proposedById).toBe(people[proposal?.by ?? -1]?.actor?.id);
    expect(by).not.toBe(proposal?.by);
    expect(row.publishedById).toBe(people[by ?? -1]?.actor?.id);
    const { verdict: words, ...content } = seen?.proposed ?? {};
    const { verdict, ...published } = document;
    expect(published).toEqual(content);
    expect(verdict).toMatchObject(words ?? { rating: "none" });
    // Who changed the claim after the proposal did not publish it.
    const { sequence = null } = await db().proposal.findUniqueOrThrow({
      where: { id: row.proposalId ?? "" },
    });
    const edits = await db().event.count({
      where: {
        entityId: world.claim.id,
        actorId: row.publishedById,
        action: { in: ["claim.edit", "evidence.create", "evidence.remove"] },
        sequence: { gt: sequence ?? 0n },
        at: { lte: row.publishedAt },
      },
    });
    expect(edits).toBe(0);
  }
}

const [anybody, aPublisher] = [fc.nat(3), fc.integer({ min: 2, max: 3 })];
const mostly = fc.oneof(
  { weight: 3, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);
const noise = fc.array(
  fc.record({ who: anybody, what: fc.constantFrom<What>(...noises), looksFirst: fc.boolean() }),
  { maxLength: 1 },
);
const proposal = fc.record({ who: anybody, what: fc.constant<What>("propose"), looksFirst: mostly });
const publication = fc.record({ who: aPublisher, what: fc.constant<What>("publish"), looksFirst: mostly });
/** A proposal and a publication, with whatever else beside them and in between; what stands together runs side by side. */
const round = fc
  .tuple(noise, proposal, noise, publication, noise)
  .map(([before, propose, between, publish, beside]) => [
    [...before, propose],
    between,
    [publish, ...beside],
  ]);
const rounds = fc.array(round, { minLength: 2, maxLength: 5 }).map((list) => list.flat());

let publications = 0;

test("whatever the order of edits, proposals and publications is, what is published was proposed and shown", {
  timeout: 300_000,
}, async () => {
  const property = fc.asyncProperty(rounds, async (steps) => {
    const world = await aWorld();
    for (const group of steps) {
      await Promise.all(
        group.map((one) =>
          move(world, one).catch((error) => {
            if (!(error instanceof AppError)) throw error;
          }),
        ),
      );
    }
    await check(world);
    publications += world.published.length;
  });
  await fc.assert(property, { numRuns: 30 });
  expect(publications).toBeGreaterThan(5);
});
