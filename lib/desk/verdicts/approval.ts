import type { Actor } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { type Content, contentHash, differingPaths, readContent } from "./content";
import type { lockOpenProposal } from "./proposals";

type Proposal = Awaited<ReturnType<typeof lockOpenProposal>>;
type Approval = {
  actor: Actor;
  /** The hash of the content that the publisher was shown. */
  shown: string;
  onePersonDesk: boolean;
};

/**
 * Returns the content of a proposal if it is the claim's current content and the one shown to the publisher.
 * The claim must be locked. Throws `conflict` with the paths that differ, and `forbidden` for a publisher who
 * changed the claim after the proposal (four-eyes principle).
 */
export async function requireApprovedContent(
  tx: Transaction,
  proposal: Proposal,
  { actor, shown, onePersonDesk }: Approval,
): Promise<Content> {
  const { content, claimId } = proposal;
  const now = await readContent(tx, claimId, proposal);
  if (!content || contentHash(content) !== contentHash(now)) {
    throw new AppError(
      "conflict",
      "The claim was changed after this proposal. Renew the proposal, or undo the change.",
      differingPaths(content, now).map((path) => ({ path, message: "changed after the proposal" })),
      "content_changed",
    );
  }
  if (contentHash(content) !== shown) {
    throw new AppError(
      "conflict",
      "The content that you were shown is not the content of this proposal. Load the proposal again and review it.",
      [{ path: "content", message: `The content of the proposal is ${contentHash(content)}.` }],
      "content_other",
    );
  }
  if (!onePersonDesk && (await hasChanged(tx, proposal, content, actor))) {
    throw new AppError(
      "forbidden",
      "You changed the claim after the proposal. Somebody else must publish it.",
      [],
      "four_eyes_content",
    );
  }
  return content;
}

/** Actions that do not change what is published of a claim. */
const UNRELATED_ACTIONS = [
  "article.archive",
  "article.restore",
  "claim.assign",
  "claim.review",
  "claim.release",
  "claim.hide",
  "claim.quote_kept",
  "comment.create",
  "verdict.propose",
  "verdict.renew",
  "verdict.return",
  "verdict.withdraw",
  "verdict.publish",
];

/**
 * Whether the actor changed the claim, or an article, claimant or topic that it shows, after the proposal.
 */
async function hasChanged(
  tx: Transaction,
  proposal: Proposal,
  content: Content,
  actor: Actor,
): Promise<boolean> {
  const changes = await eventsAfterProposal(tx, proposal, content);
  const change = await tx.event.findFirst({
    where: { ...changes, actorId: actor.id },
    select: { sequence: true },
  });
  return change !== null;
}

/**
 * The condition for events that changed a claim, or an article, claimant or topic that it shows, after a
 * proposal.
 */
export async function eventsAfterProposal(
  tx: Pick<Transaction, "article" | "claimant" | "topic">,
  { claimId, sequence }: { claimId: string; sequence: bigint | null },
  { claim, source, appearances }: Content,
): Promise<Prisma.EventWhereInput> {
  const articles = [source, ...appearances].flatMap((place) => place?.article ?? []);
  const claimants = claim.claimant ? [claim.claimant.key] : [];
  const topics = claim.topics.map(({ key }) => key);
  const select = { id: true };
  const named = [
    ...(await tx.article.findMany({ where: { slug: { in: articles } }, select })),
    ...(await tx.claimant.findMany({ where: { key: { in: claimants } }, select })),
    ...(await tx.topic.findMany({ where: { key: { in: topics } }, select })),
  ];
  const ids = [claimId, ...named.map(({ id }) => id)];
  return { entityId: { in: ids }, sequence: { gt: sequence ?? 0n }, action: { notIn: UNRELATED_ACTIONS } };
}
