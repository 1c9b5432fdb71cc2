import { pool } from "@/lib/platform/db/pool";
import { transaction } from "@/lib/platform/db/transaction";
import type { PublicClaim } from "@/lib/public/projection/document";
import { projectClaim } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";
import type { RevisionDocument } from "@/lib/record/revision";
import { recordHash, splitRecord } from "@/lib/record/revision-hash";
import { publicationLeaf } from "@/lib/record/transparency-log/leaf";
import { completedNodes, type NodeHash } from "@/lib/record/transparency-log/tree";
import { asSuperuser } from "./superuser";

/** Changes what a claim's first revision says; its hashes too if asked for, and what readers see. */
export async function rewriteRevision(claimId: string, { hashes }: { hashes: boolean }): Promise<void> {
  const { rows } = await pool().query("SELECT document FROM revision WHERE claim_id = $1 AND number = 1", [
    claimId,
  ]);
  const document: RevisionDocument = rows[0].document;
  document.verdict.summary = { en: "The figure is right after all." };
  const set = hashes ? ", hash = $3, document_hash = $4" : "";
  const values = hashes ? [recordHash(document), hashOf(document)] : [];
  await asSuperuser(`UPDATE revision SET document = $2${set} WHERE claim_id = $1 AND number = 1`, [
    claimId,
    document,
    ...values,
  ]);
  await transaction((tx) => projectClaim(tx, claimId));
}

/** Computes all nodes of the log anew from the revisions as they are. */
export async function rebuildTree(): Promise<void> {
  const { rows } = await pool().query("SELECT * FROM revision ORDER BY log_index");
  const nodes = new Map<string, Uint8Array>();
  const at: NodeHash = ({ level, index }) => nodes.get(`${level}/${index}`) ?? new Uint8Array(32);
  for (const { claim_id: claim, number: revision, hash, document_hash: documentHash, log_index } of rows) {
    const leaf = publicationLeaf({ claim, revision, hash, documentHash });
    for (const node of completedNodes(log_index, leaf, at))
      nodes.set(`${node.level}/${node.index}`, node.hash);
  }
  const hashes = [...nodes.values()].map((hash) => Buffer.from(hash).toString("hex"));
  await asSuperuser(
    `UPDATE log_node SET hash = new.hash FROM unnest($1::text[], $2::text[]) AS new (place, hash)
     WHERE place = level || '/' || index`,
    [[...nodes.keys()], hashes],
  );
}

/** Changes the row that readers see of a claim, in all its columns that say the same, and computes its hash anew. */
export async function rewriteRow(claimId: string, change: (document: PublicClaim) => void): Promise<void> {
  const { rows } = await pool().query("SELECT document FROM public_claim WHERE claim_id = $1", [claimId]);
  const document: PublicClaim = rows[0].document;
  change(document);
  const { revisions, updatedAt, status, ...rest } = document;
  if (document.verdict) {
    const { hash, ...verdict } = document.verdict;
    document.verdict.hash = recordHash({ ...rest, verdict });
    document.revisions = [...revisions.slice(0, -1), document.verdict];
  }
  const { recordHead, recordTail } = splitRecord(document);
  await asSuperuser(
    `UPDATE public_claim SET document = $2, record_head = $3, record_tail = $4, status = $5, updated_at = $6,
       slug = $7, published_order = coalesce($8::timestamptz, 'epoch') WHERE claim_id = $1`,
    [
      claimId,
      document,
      recordHead,
      recordTail,
      status,
      updatedAt,
      document.slug,
      document.verdict?.publishedAt,
    ],
  );
}

/** Adds a row for readers that is a copy of another one, under another id and slug. */
export async function addRow(from: string, id: string): Promise<void> {
  const { rows } = await pool().query<{ columns: string }>(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
      WHERE table_name = 'public_claim' AND is_generated = 'NEVER'`,
  );
  const columns = rows[0]?.columns;
  await asSuperuser(
    `INSERT INTO public_claim (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::public_claim,
       (SELECT to_jsonb(p) || jsonb_build_object('claim_id', $2::text, 'slug', $2::text)
          FROM public_claim AS p WHERE claim_id = $1))`,
    [from, id],
  );
  await rewriteRow(id, (document) => Object.assign(document, { id, slug: id }));
}

/** Has another thing of a table than its rows changed; the function that is returned undoes it. */
export async function altered(change: string, undo: string, after: string): Promise<() => Promise<void>> {
  await asSuperuser(change);
  await asSuperuser(after);
  return () => asSuperuser(undo);
}

/** Takes the newest publication away, as if it had not been: the revision, its nodes, and what readers see of it. */
export async function removeLast({ events }: { events: boolean }): Promise<void> {
  const { rows } = await pool().query(
    "SELECT id, claim_id, log_index FROM revision ORDER BY log_index DESC LIMIT 1",
  );
  const [{ id, claim_id: claimId, log_index: index }] = rows;
  await asSuperuser("DELETE FROM revision WHERE id = $1", [id]);
  await asSuperuser("DELETE FROM log_node WHERE (index + 1) * power(2, level) > $1", [index]);
  if (events)
    await asSuperuser("DELETE FROM event WHERE action = 'verdict.publish' AND entity_id = $1", [claimId]);
  await asSuperuser("DELETE FROM public_claim WHERE claim_id = $1", [claimId]);
  await transaction((tx) => projectClaim(tx, claimId));
}
