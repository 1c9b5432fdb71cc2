import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance } from "@/lib/desk/claims/appearances";
import { createClaim } from "@/lib/desk/claims/commands";
import { newClaimSchema } from "@/lib/desk/claims/schema";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { addEvidence } from "@/lib/desk/evidence/commands";
import { type ProposalReference, proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import type { DemoClaim, DemoRevision } from "./demo-shape";

/** One minute in milliseconds. */
export const MINUTE_MS = 60_000;

/** One action at the demo desk, with its time (milliseconds since 1970). */
export type Step = { at: number; run: (now: Date) => Promise<unknown> };

/** The demo desk. `as` returns the context of a person by key; `claimIds` is filled as claims are created. */
export type Desk = {
  articleId: string;
  editor: string;
  as: (person: string, now: Date) => Context;
  claimIds: Map<string, string>;
};

/** Creates all steps of one claim, starting with its capture. */
export function createSteps(claim: DemoClaim, desk: Desk, captured: number): Step[] {
  return [
    { at: captured, run: (now) => capture(claim, desk, now) },
    ...claim.appearances.map((appearance) => ({
      at: captured + MINUTE_MS / 2,
      run: (now: Date) =>
        addAppearance(desk.as(desk.editor, now), { ...appearance, claimId: idOf(claim, desk) }),
    })),
    { at: captured + 20 * MINUTE_MS, run: (now) => assign(claim, desk, now) },
    ...claim.revisions.flatMap((revision, index) => publication(claim, desk, revision, index)),
  ];
}

function idOf({ slug }: DemoClaim, { claimIds }: Desk): string {
  const id = claimIds.get(slug);
  if (!id) throw new Error(`The claim ${slug} is not captured yet.`);
  return id;
}

async function capture(claim: DemoClaim, desk: Desk, now: Date): Promise<void> {
  const { slug, text, quote, claimedAt, topics } = claim;
  const fields = {
    slug,
    text,
    quote,
    topics,
    claimant: { key: claim.claimant },
    claimedOn: claimedAt,
    language: "en",
    articleId: desk.articleId,
  };
  const { id } = await createClaim(desk.as(desk.editor, now), newClaimSchema.parse(fields));
  desk.claimIds.set(slug, id);
  if (claim.revisions.length === 0) await moveClaim(desk.as(desk.editor, now), id, "release");
}

async function assign(claim: DemoClaim, desk: Desk, now: Date): Promise<void> {
  if (!claim.assignee) return;
  const context = desk.as(claim.assignee, now);
  await assignClaim(context, {
    claimId: idOf(claim, desk),
    personId: context.actor?.id ?? null,
    dueOn: null,
    priority: "normal",
  });
  if (claim.stage === "in_review") await moveClaim(context, idOf(claim, desk), "review");
}

function publication(claim: DemoClaim, desk: Desk, revision: DemoRevision, index: number): Step[] {
  const { kind, rating, summary, reasons, note, proposedBy, publishedBy } = revision;
  const proposed = Date.parse(revision.proposedAt);
  const countAt = (n: number) => (n < 0 ? 0 : (claim.revisions[n]?.evidenceCount ?? claim.evidence.length));
  const added = claim.evidence.slice(countAt(index - 1), countAt(index));
  let proposal: ProposalReference | null = null;
  return [
    ...added.map((item, n) => ({
      at: proposed - (added.length - n) * MINUTE_MS,
      run: (now: Date) =>
        addEvidence(desk.as(proposedBy, now), {
          ...item,
          kind: "web",
          protection: {},
          note: item.note ?? {},
          linkAnswers: null,
          claimId: idOf(claim, desk),
        }),
    })),
    {
      at: proposed,
      run: async (now) => {
        const verdict = { kind, rating, summary, reasons, note: note ?? {} };
        proposal = await proposeVerdict(desk.as(proposedBy, now), {
          claimId: idOf(claim, desk),
          ...verdict,
        });
      },
    },
    {
      at: Date.parse(revision.publishedAt),
      run: async (now) => {
        if (!proposal) throw new Error(`The verdict on ${claim.slug} is not proposed yet.`);
        const { id: proposalId, version, content } = proposal;
        await publishVerdict(desk.as(publishedBy, now), { proposalId, version, content });
      },
    },
  ];
}
