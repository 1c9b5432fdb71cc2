import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { db } from "./client";
import { Prisma } from "./generated/client";

/** The client inside of a transaction. */
export type Transaction = Prisma.TransactionClient;

const WAIT_MS = 10_000;
const LONGEST_MS = 30_000;
const MOST_TRIES = 4;
/** The longest pause before a second try; it doubles with each further one. */
const PAUSE_MS = 50;

/**
 * What Prisma says of a transaction that did not begin or end in its time. One that ended long ago is "not found". Others
 * with the same code, such as a query after the commit, are faults of ours.
 */
const TOO_LATE = /Unable to start a transaction|expired transaction|Transaction not found/;

const current = new AsyncLocalStorage<Transaction>();

/**
 * Runs `work` in one transaction: all of it is there afterwards, or none. Called inside of another transaction it
 * joins that one, so that commands can be put together into a larger whole. Where PostgreSQL ends it for a deadlock or
 * a serialization failure (SQLSTATE 40P01, 40001), all of it is run again, a few times: `work` does nothing outside of
 * the database that must not happen twice. Throws `conflict` for a unique value that somebody else took in the meantime,
 * and `unavailable` where no connection was free for it, or where it took longer than `longestMs`.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  longestMs = LONGEST_MS,
): Promise<T> {
  const outer = current.getStore();
  if (outer) return work(outer);
  for (let tries = 1; ; tries++) {
    try {
      return await db().$transaction((tx) => current.run(tx, () => work(tx)), {
        maxWait: WAIT_MS,
        timeout: longestMs,
      });
    } catch (error) {
      if (!isToBeRepeated(error) || tries === MOST_TRIES) throw known(error);
      // By chance, so that those who met do not meet again.
      await delay(Math.random() * PAUSE_MS * 2 ** (tries - 1));
    }
  }
}

/** Whether PostgreSQL ended the transaction for the sake of another one. */
function isToBeRepeated(error: unknown): boolean {
  const request = error instanceof Prisma.PrismaClientKnownRequestError ? error : null;
  // A statement that fails so has what the adapter said beside it; a commit that does is told by the adapter itself.
  const said = request ? request.meta?.driverAdapterError : error;
  return (said as { cause?: { kind?: unknown } } | undefined)?.cause?.kind === "TransactionWriteConflict";
}

/** What the sender of a request can do something about, as an {@link AppError}; any other error as it is. */
function known(error: unknown): unknown {
  if (isToBeRepeated(error)) {
    return new AppError("unavailable", "Too many people changed the same thing at this moment. Try again.");
  }
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error;
  if (error.code === "P2002") {
    return new AppError("conflict", "Somebody else saved the same thing at this moment. Try again.");
  }
  if (error.code === "P2028" && TOO_LATE.test(error.message)) {
    return new AppError("unavailable", "The desk has too much to do at this moment. Try again.");
  }
  return error;
}

/**
 * Holds the claim's row until the transaction ends, to change the claim: commands on one claim run one after the other.
 * Rows that refer to it can be inserted meanwhile. The order in which rows are held stands in docs/architecture.md.
 * Throws `conflict` (reason `archived`) for an archived claim: it takes no change until it is restored.
 */
export async function lockClaim(tx: Transaction, claimId: string): Promise<void> {
  await lockClaims(tx, [claimId], "claimId");
}

/** As {@link lockClaim} for several claims; `path` is the field of the input that names them. */
export async function lockClaims(tx: Transaction, claimIds: string[], path: string): Promise<void> {
  const claims = await lockAnyClaims(tx, claimIds);
  const details = claims.flatMap(({ id, stage }) =>
    stage === "archived" ? [{ path, message: `${id} is archived.` }] : [],
  );
  if (details.length === 0) return;
  const message = "This claim is archived and takes no change. Restore it first (restore-claim).";
  throw new AppError("conflict", message, details, "archived");
}

/** Holds the claims' rows, archived ones too: for what restores one, and what only follows a change of its article. */
export async function lockAnyClaims(
  tx: Transaction,
  claimIds: string[],
): Promise<Array<{ id: string; stage: string }>> {
  return tx.$queryRaw`
    SELECT id, stage::text FROM claim WHERE id = ANY(${claimIds}) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * As {@link lockClaim} for an article, by whoever changes it or makes claims of it. Throws `conflict` (reason
 * `article_archived`) for an archived article.
 */
export async function lockArticle(tx: Transaction, articleId: string): Promise<void> {
  if (!(await lockAnyArticle(tx, articleId))?.archived_at) return;
  throw new AppError(
    "conflict",
    "This article is archived and takes no change. Restore it first (restore-article).",
    [{ path: "articleId", message: "article_archived" }],
    "article_archived",
  );
}

/** Holds the article's row, that of an archived one too: for what restores it, and what changes a claim alone. */
export async function lockAnyArticle(
  tx: Transaction,
  articleId: string,
): Promise<{ archived_at: Date | null } | undefined> {
  const rows = await tx.$queryRaw<Array<{ archived_at: Date | null }>>`
    SELECT archived_at FROM article WHERE id = ${articleId} FOR NO KEY UPDATE`;
  return rows[0];
}

/** As {@link lockClaim} for a person, by whoever changes their access, their password or their authenticator app. */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR NO KEY UPDATE`;
}
