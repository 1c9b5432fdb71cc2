import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { signHead } from "./head";
import { logKey, rememberKey } from "./key";
import { bytesOf, named, publicationLeaf } from "./leaf";
import { readNodes, treeSize } from "./nodes";
import type { Consistency, Inclusion, SignedHead } from "./schema";
import { consistencyPath, hashOfRange, inclusionPath, isSize, type Range, subtreesOf } from "./tree";

/** The hashes of these ranges, named, from one read. */
async function hashesOf(ranges: Range[]): Promise<string[]> {
  const node = await readNodes(db(), ranges.flatMap(subtreesOf));
  return ranges.map((range) => named(hashOfRange(range, node)));
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/**
 * The log as it stands, signed at this moment. Where the clock was set back, at the time of the newest head or
 * publication: no head is earlier than one of a smaller or the same tree.
 */
export async function getSignedHead(now: Date): Promise<SignedHead> {
  const [{ size, timestamp }, key] = [await signingTime(now), logKey(env())];
  // What a tree of some size holds never changes: no snapshot is needed.
  const [rootHash = ""] = await hashesOf([{ start: 0, end: size }]);
  await rememberKey(key, now);
  const keys = await db().logKey.findMany({ orderBy: [{ firstUsedAt: "asc" }, { id: "asc" }] });
  return {
    treeSize: size,
    timestamp,
    rootHash,
    signature: base64(signHead({ timestamp, size, root: bytesOf(rootHash) }, key.seed)),
    keyId: named(key.id),
    publicKey: base64(key.publicKey),
    keys: keys.map(({ id, publicKey, firstUsedAt }) => ({
      keyId: named(id),
      publicKey: base64(hexToBytes(publicKey)),
      firstUsedAt: firstUsedAt.toISOString(),
    })),
  };
}

/** The size of the tree and the time to sign it at. Heads are dated one after the other: the row of their time is held. */
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
 * The proof that the verdict of this hash ("sha256:" and hex) is in the tree of `size` leaves, the newest without it.
 * Throws `invalid` for a size that the log has not reached, `not_found` for a hash that is not in that tree.
 */
export async function getInclusion(hash: string, size?: number): Promise<Inclusion> {
  const within = await sizeWithin(size, "size");
  const row = await db().revision.findUnique({
    where: { hash: bytesToHex(bytesOf(hash)) },
    select: { claimId: true, number: true, hash: true, documentHash: true, logIndex: true },
  });
  if (!row || row.logIndex >= within) {
    throw new AppError("not_found", `The tree of ${within} publications holds no verdict of this hash.`);
  }
  const leaf = publicationLeaf({ ...row, claim: row.claimId, revision: row.number });
  return {
    treeSize: within,
    leafIndex: row.logIndex,
    leaf: named(leaf),
    documentHash: named(row.documentHash),
    path: await hashesOf(inclusionPath(row.logIndex, within)),
  };
}

/**
 * The proof that the tree of `first` leaves is the beginning of the tree of `second`, the newest without it.
 * Throws `invalid` for sizes that the log has not reached or that are the wrong way round.
 */
export async function getConsistency(first: number, second?: number): Promise<Consistency> {
  const size = await sizeWithin(second, "second");
  if (!isSize(first) || first > size)
    throw badSize("first", `Give a size up to that of the newer tree, which is ${size}.`);
  return { first, second: size, path: await hashesOf(consistencyPath(first, size)) };
}

async function sizeWithin(wanted: number | undefined, name: string): Promise<number> {
  const size = await treeSize(db());
  if (wanted !== undefined && (!isSize(wanted) || wanted > size))
    throw badSize(name, `The log holds ${size} publications.`);
  return wanted ?? size;
}

function badSize(path: string, message: string): AppError {
  return new AppError("invalid", "There is no such tree.", [{ path, message }]);
}
