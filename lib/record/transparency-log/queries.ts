import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { signHead } from "./head";
import { logKey, storePublicKey } from "./key";
import { formatHash, parseHash, publicationLeaf } from "./leaf";
import { readNodes, treeSize } from "./nodes";
import type { Consistency, Inclusion, SignedHead } from "./schema";
import { consistencyPath, hashOfRange, inclusionPath, isSize, type LeafRange, subtreesOf } from "./tree";

/** The hashes of these ranges, formatted, from one query. */
async function hashesOf(ranges: LeafRange[]): Promise<string[]> {
  const node = await readNodes(db(), ranges.flatMap(subtreesOf));
  return ranges.map((range) => formatHash(hashOfRange(range, node)));
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/**
 * Returns the head of the current log, signed now. If the clock was set back, its time is that of the newest head or
 * publication: no head is earlier than that of a smaller or equal tree.
 */
export async function getSignedHead(now: Date): Promise<SignedHead> {
  const [{ size, timestamp }, key] = [await signingTime(now), logKey(env())];
  // The nodes of a tree of a given size never change: no snapshot is needed.
  const [rootHash = ""] = await hashesOf([{ start: 0, end: size }]);
  await storePublicKey(key, now);
  const keys = await db().logKey.findMany({ orderBy: [{ firstUsedAt: "asc" }, { id: "asc" }] });
  return {
    treeSize: size,
    timestamp,
    rootHash,
    signature: base64(signHead({ timestamp, size, root: parseHash(rootHash) }, key.seed)),
    keyId: formatHash(key.id),
    publicKey: base64(key.publicKey),
    keys: keys.map(({ id, publicKey, firstUsedAt }) => ({
      keyId: formatHash(id),
      publicKey: base64(hexToBytes(publicKey)),
      firstUsedAt: firstUsedAt.toISOString(),
    })),
  };
}

/** The size of the tree and the time to sign it at. Locks the row of log_time, so that heads get increasing times. */
async function signingTime(now: Date): Promise<{ size: number; timestamp: number }> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM log_time WHERE id = 1 FOR UPDATE`;
    const size = await treeSize(tx);
    const [row] = await tx.$queryRaw<Array<{ signed_at: Date }>>`
      UPDATE log_time SET signed_at = greatest(signed_at, ${now}::timestamptz,
        (SELECT published_at FROM revision WHERE log_index = ${size - 1})) WHERE id = 1 RETURNING signed_at`;
    if (!row) throw new Error("The row of log_time is missing.");
    return { size, timestamp: row.signed_at.getTime() };
  });
}

/**
 * Returns the proof that the verdict with this hash ("sha256:" and hex) is in the tree of `size` leaves; by default, the
 * newest tree. Throws `invalid` for a size that the log has not reached, `not_found` for a hash that is not in that tree.
 */
export async function getInclusion(hash: string, size?: number): Promise<Inclusion> {
  const checkedSize = await checkSize(size, "size");
  const row = await db().revision.findUnique({
    where: { hash: bytesToHex(parseHash(hash)) },
    select: { claimId: true, number: true, hash: true, documentHash: true, logIndex: true },
  });
  if (!row || row.logIndex >= checkedSize) {
    throw new AppError("not_found", `The tree of ${checkedSize} publications has no verdict with this hash.`);
  }
  const leaf = publicationLeaf({ ...row, claim: row.claimId, revision: row.number });
  return {
    treeSize: checkedSize,
    leafIndex: row.logIndex,
    leaf: formatHash(leaf),
    documentHash: formatHash(row.documentHash),
    path: await hashesOf(inclusionPath(row.logIndex, checkedSize)),
  };
}

/**
 * Returns the proof that the tree of `second` leaves (by default, the newest one) extends the tree of `first` leaves.
 * Throws `invalid` for a size that the log has not reached, or if `first` is larger than `second`.
 */
export async function getConsistency(first: number, second?: number): Promise<Consistency> {
  const size = await checkSize(second, "second");
  if (!isSize(first) || first > size)
    throw invalidSizeError("first", `Give a size up to that of the newer tree, which is ${size}.`);
  return { first, second: size, path: await hashesOf(consistencyPath(first, size)) };
}

async function checkSize(wanted: number | undefined, name: string): Promise<number> {
  const size = await treeSize(db());
  if (wanted !== undefined && (!isSize(wanted) || wanted > size))
    throw invalidSizeError(name, `The log has ${size} publications.`);
  return wanted ?? size;
}

function invalidSizeError(path: string, message: string): AppError {
  return new AppError("invalid", "There is no such tree.", [{ path, message }]);
}
