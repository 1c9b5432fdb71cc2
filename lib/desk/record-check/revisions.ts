import type { ClientBase } from "pg";
import { hashOf } from "@/lib/record/canonical-hash";
import { type RevisionDocument, revisionDocumentSchema } from "@/lib/record/revision";
import { recordHash } from "@/lib/record/revision-hash";
import { formatHash, publicationLeaf } from "@/lib/record/transparency-log/leaf";
import type { Findings } from "./findings";

/** A stored revision, with the hashes of the revision before it and of its proposal. */
export type StoredRevision = {
  claim_id: string;
  number: number;
  log_index: number;
  kind: string;
  rating: string;
  document: unknown;
  document_hash: string;
  hash: string;
  previous_hash: string | null;
  proposed_by_id: string;
  published_by_id: string;
  published_at: Date;
  proposal_id: string | null;
  hash_before: string | null;
  proposal_hash: string | null;
};

/** Loads the next revisions in log order, starting at index `from`. */
export async function readRevisions(
  client: ClientBase,
  from: number,
  limit: number,
): Promise<StoredRevision[]> {
  const { rows } = await client.query<StoredRevision>(
    `SELECT r.*, b.hash AS hash_before, p.content_hash AS proposal_hash
       FROM (SELECT * FROM revision WHERE log_index >= $1 ORDER BY log_index LIMIT $2) AS r
       LEFT JOIN revision AS b ON b.claim_id = r.claim_id AND b.number = r.number - 1
       LEFT JOIN proposal AS p ON p.id = r.proposal_id
      ORDER BY r.log_index`,
    [from, limit],
  );
  return rows;
}

/**
 * Checks a revision: its hashes and columns against its document, its document against the proposal, and the
 * chain to the revision before it. Returns its expected leaf in the transparency log, `sha256:` and hex.
 */
export function checkRevision(row: StoredRevision, publishedBefore: Date | null, findings: Findings): string {
  const parsed = revisionDocumentSchema.safeParse(row.document);
  const about = parsed.success ? `${parsed.data.slug}, ${row.number}` : `${row.claim_id}, ${row.number}`;
  const documentHash = hashOf(row.document);
  if (documentHash !== row.document_hash) findings.add("document", about);
  if (!parsed.success) {
    findings.add("unreadable", about);
    return leafOf(row, row.hash, documentHash);
  }
  const hash = recordHash(parsed.data);
  if (hash !== row.hash) findings.add("hash", about);
  const differing = differingColumns(row, parsed.data);
  if (differing.length > 0) findings.add("columns", about, differing);
  if (
    parsed.data.verdict.previousHash !== row.hash_before ||
    (row.number === 1) !== (row.hash_before === null)
  )
    findings.add("chain", about);
  if (publishedBefore && publishedBefore > new Date(parsed.data.verdict.publishedAt))
    findings.add("time", about);
  if (row.proposal_id !== null && contentHashOf(row.document as RevisionDocument) !== row.proposal_hash)
    findings.add("proposed", about);
  return leafOf(row, hash, documentHash);
}

function leafOf({ claim_id: claim, number: revision }: StoredRevision, hash: string, documentHash: string) {
  return formatHash(publicationLeaf({ claim, revision, hash, documentHash }));
}

function differingColumns(row: StoredRevision, { id, verdict }: RevisionDocument): string[] {
  const differing = {
    claim_id: row.claim_id !== id,
    number: row.number !== verdict.revision,
    kind: row.kind !== verdict.kind,
    rating: row.rating !== verdict.rating,
    published_at: row.published_at.toISOString() !== verdict.publishedAt,
    previous_hash: row.previous_hash !== verdict.previousHash,
    proposed_by_id: (row.proposed_by_id !== row.published_by_id) !== verdict.fourEyes,
  };
  return Object.entries(differing).flatMap(([column, isWrong]) => (isWrong ? [column] : []));
}

/** The hash of the proposed content: the document without what its publication added. */
function contentHashOf({ verdict, ...frozen }: RevisionDocument): string {
  const { kind, rating, summary, reasons, note } = verdict;
  return hashOf({ ...frozen, verdict: { kind, rating, summary, reasons, note } });
}
