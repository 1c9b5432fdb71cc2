import { AppError } from "@/lib/errors";
import type { Transaction } from "@/lib/platform/db/transaction";
import { snapshotInclude, snapshotOf } from "@/lib/public/projection/snapshot";
import { hashOf } from "@/lib/record/canonical-hash";
import { type RevisionDocument, revisionDocumentSchema } from "@/lib/record/revision";
import type { ProposalInput } from "./schema";

/** The verdict of a proposal. */
type Verdict = Omit<ProposalInput, "claimId" | "snapshot">;

/**
 * The content of a proposal: everything that its publication would show, except who published it and when.
 * Contents are compared by hash (SHA-256 over RFC 8785 canonical JSON).
 */
export type Content = Omit<RevisionDocument, "verdict"> & { verdict: Verdict };

type Reader = Pick<Transaction, "claim">;

/** Loads the claim's current content without a verdict. Throws `not_found`. */
export async function readSnapshot(tx: Reader, claimId: string): Promise<Omit<Content, "verdict">> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: snapshotInclude });
  if (!claim) throw new AppError("not_found", "There is no such claim.");
  return { format: 2, id: claim.id, slug: claim.slug, ...snapshotOf(claim) };
}

/** Loads the claim's current content with this verdict. Throws `not_found`. */
export async function readContent(
  tx: Reader,
  claimId: string,
  { kind, rating, summary, reasons, note }: Verdict,
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

/** Parses a stored content; null for proposals from versions that did not store it. */
export function parseStoredContent(json: unknown): Content | null {
  return json === null ? null : contentSchema.parse(json);
}

/** The hash of a content: `sha256:` and hex. */
export function contentHash(content: Content): string {
  return `sha256:${hashOf(content)}`;
}

/** The hash of a content without its verdict: `sha256:` and hex. */
export function snapshotHash({ claim, source, appearances, evidence }: Omit<Content, "verdict">): string {
  return `sha256:${hashOf({ claim, source, appearances, evidence })}`;
}

/**
 * The paths at which two contents differ, such as `claim.text.ar` or `evidence.1.note.en`, sorted. Lists of
 * different length differ as a whole.
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
