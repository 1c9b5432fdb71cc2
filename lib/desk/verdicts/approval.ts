import type { Actor } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/transaction";
import { type Content, contentHash, differingPaths, readContent } from "./content";
import type { openProposal } from "./proposals";

type Proposal = Awaited<ReturnType<typeof openProposal>>;
type Approval = {
  actor: Actor;
  /** The hash of the content that the publisher was shown. */
  shown: string;
  onePersonDesk: boolean;
};

/**
 * The content of a proposal, if the publisher was shown just this and it is what the claim still says. The claim's row
 * must be locked. Throws `conflict` with the paths that differ, and `forbidden` for a publisher who changed the claim
 * after the proposal: four eyes are of the content.
 */
export async function approvedContent(
  tx: Transaction,
  proposal: Proposal,
  { actor, shown, onePersonDesk }: Approval,
): Promise<Content> {
  const { content, claimId } = proposal;
  const now = await readContent(tx, claimId, proposal);
  if (!content || contentHash(content) !== contentHash(now)) {
    throw new AppError(
      "conflict",
      "The claim was changed after this proposal. Propose it again as it is now, or undo the change.",
      differingPaths(content, now).map((path) => ({ path, message: "changed after the proposal" })),
      "content_changed",
    );
  }
  if (contentHash(content) !== shown) {
    throw new AppError(
      "conflict",
      "You were shown another content than this proposal is about. Load it again and read it.",
      [{ path: "content", message: `The proposal is about ${contentHash(content)}.` }],
      "content_other",
    );
  }
  if (!onePersonDesk && (await hasChanged(tx, proposal, content, actor))) {
    throw new AppError(
      "forbidden",
      "You changed the claim after it was proposed: somebody else must publish it.",
      [],
      "four_eyes_content",
    );
  }
  return content;
}

/** What the events of a claim say without changing what is published of it. */
const harmless = [
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

/** Whether the person changed the claim, or what it shows of other things, after the proposal. */
async function hasChanged(
  tx: Transaction,
  proposal: Proposal,
  content: Content,
  actor: Actor,
): Promise<boolean> {
  const changes = await changesAfter(tx, proposal, content);
  const found = await tx.event.findFirst({
    where: { ...changes, actorId: actor.id },
    select: { sequence: true },
  });
  return found !== null;
}

/** Which events changed a claim, or what it shows of other things, after a proposal of this content. */
export async function changesAfter(
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
  return { entityId: { in: ids }, sequence: { gt: sequence ?? 0n }, action: { notIn: harmless } };
}
