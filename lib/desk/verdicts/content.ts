import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/db/transaction";
import { snapshotInclude, snapshotOf } from "@/lib/public/projection/snapshot";
import { hashOf } from "@/lib/record/canonical-hash";
import { type RevisionDocument, revisionDocumentSchema } from "@/lib/record/revision";
import type { ProposalInput } from "./schema";

/** What somebody says of a claim: all of a proposal but the claim that it is about. */
type Words = Omit<ProposalInput, "claimId" | "snapshot">;

/**
 * What a proposal is about: everything that its publication would show, but for who published it and when. Two contents
 * are the same if their hashes are: SHA-256 over RFC 8785 canonical JSON.
 */
export type Content = Omit<RevisionDocument, "verdict"> & { verdict: Words };

type Reader = Pick<Transaction, "claim">;

/** The claim as it is now, as a content has it. Throws `not_found` without the claim. */
export async function readSnapshot(tx: Reader, claimId: string): Promise<Omit<Content, "verdict">> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: snapshotInclude });
  if (!claim) throw new AppError("not_found", "There is no such claim.");
  return { format: 2, id: claim.id, slug: claim.slug, ...snapshotOf(claim) };
}

/** The content of a verdict in these words on the claim as it is now. Throws `not_found` without the claim. */
export async function readContent(
  tx: Reader,
  claimId: string,
  { kind, rating, summary, reasons, note }: Words,
): Promise<Content> {
  return { ...(await readSnapshot(tx, claimId)), verdict: { kind, rating, summary, reasons, note } };
}

const contentSchema = revisionDocumentSchema.extend({
  verdict: revisionDocumentSchema.shape.verdict.pick({
    kind: true,
    rating: true,
    summary: true,
    reasons: true,
    note: true,
  }),
});

/** A stored content; null for a proposal from before proposals had one. */
export function storedContent(json: unknown): Content | null {
  return json === null ? null : contentSchema.parse(json);
}

/** The hash of a content as programs name it: `sha256:` and hex. */
export function contentHash(content: Content): string {
  return `sha256:${hashOf(content)}`;
}

/** The hash of what the claim itself says in a content, whatever the verdict on it is; as {@link contentHash} writes it. */
export function snapshotHash({ claim, source, appearances, evidence }: Omit<Content, "verdict">): string {
  return `sha256:${hashOf({ claim, source, appearances, evidence })}`;
}

/**
 * The paths at which two contents differ, such as `claim.text.ar` or `evidence.1.note.en`, sorted. A list of another
 * length differs as a whole.
 */
export function differingPaths(before: unknown, after: unknown, path: string[] = []): string[] {
  if (hashOf(before ?? null) === hashOf(after ?? null)) return [];
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after))
    return [path.join(".")];
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length)
    return [path.join(".")];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => differingPaths(before[key], after[key], [...path, key]));
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
