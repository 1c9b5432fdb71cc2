import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { db } from "./client";
import { Prisma } from "./generated/client";

/** The Prisma client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

const CONNECTION_WAIT_MS = 10_000;
const TIMEOUT_MS = 30_000;
const MAX_TRIES = 4;
/** The maximum delay before the second try, in ms; it doubles with each further one. */
const MAX_DELAY_MS = 50;

/**
 * Prisma's messages for a transaction that could not begin or end in time. Other errors with the same code, such as a query
 * after the commit, are bugs.
 */
const TIMED_OUT = /Unable to start a transaction|expired transaction|Transaction not found/;

const current = new AsyncLocalStorage<Transaction>();

/**
 * Runs `work` in one transaction. Inside another transaction it joins that one, so that commands can be composed. After a
 * deadlock or a serialization failure (SQLSTATE 40P01, 40001) `work` is run again, up to four times in all: it must have no
 * side effects outside the database. Throws `conflict` if a unique value was taken meanwhile, and `unavailable` if no
 * connection was free or `work` took longer than `timeoutMs`.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  const outer = current.getStore();
  if (outer) return work(outer);
  for (let tries = 1; ; tries++) {
    try {
      return await db().$transaction((tx) => current.run(tx, () => work(tx)), {
        maxWait: CONNECTION_WAIT_MS,
        timeout: timeoutMs,
      });
    } catch (error) {
      if (!isRetryable(error) || tries === MAX_TRIES) throw toAppError(error);
      // Random, so that the transactions in conflict do not meet again.
      await delay(Math.random() * MAX_DELAY_MS * 2 ** (tries - 1));
    }
  }
}

/** Whether PostgreSQL aborted the transaction because of a deadlock or a serialization failure. */
function isRetryable(error: unknown): boolean {
  const request = error instanceof Prisma.PrismaClientKnownRequestError ? error : null;
  // A failed statement carries the adapter's error in its `meta`; a failed commit throws that error itself.
  const adapterError = request ? request.meta?.driverAdapterError : error;
  return (
    (adapterError as { cause?: { kind?: unknown } } | undefined)?.cause?.kind === "TransactionWriteConflict"
  );
}

/** Converts errors that the sender of a request can act on to an {@link AppError}; returns any other error as it is. */
function toAppError(error: unknown): unknown {
  if (isRetryable(error)) {
    return new AppError("unavailable", "Too many people changed the same thing at this moment. Try again.");
  }
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error;
  if (error.code === "P2002") {
    return new AppError("conflict", "Somebody else saved the same thing at this moment. Try again.");
  }
  if (error.code === "P2028" && TIMED_OUT.test(error.message)) {
    return new AppError("unavailable", "The desk is too busy at this moment. Try again.");
  }
  return error;
}

/**
 * Locks the claim's row until the transaction ends, so that commands on one claim run one after the other. Rows that
 * refer to it can be inserted meanwhile. See docs/architecture.md for the order of locks.
 * Throws `conflict` (reason `archived`) for an archived claim, which cannot be changed until it is restored.
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
  const message = "This claim is archived and cannot be changed. Restore it first (restore-claim).";
  throw new AppError("conflict", message, details, "archived");
}

/** Locks the claims' rows, including archived ones: to restore a claim, or to update it after a change of its article. */
export async function lockAnyClaims(
  tx: Transaction,
  claimIds: string[],
): Promise<Array<{ id: string; stage: string }>> {
  return tx.$queryRaw`
    SELECT id, stage::text FROM claim WHERE id = ANY(${claimIds}) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * As {@link lockClaim} for an article, to change it or to create claims from it. Throws `conflict` (reason
 * `article_archived`) for an archived article.
 */
export async function lockArticle(tx: Transaction, articleId: string): Promise<void> {
  if (!(await lockAnyArticle(tx, articleId))?.archived_at) return;
  throw new AppError(
    "conflict",
    "This article is archived and cannot be changed. Restore it first (restore-article).",
    [{ path: "articleId", message: "article_archived" }],
    "article_archived",
  );
}

/** Locks the article's row, even if archived: to restore it, or to change only a claim. */
export async function lockAnyArticle(
  tx: Transaction,
  articleId: string,
): Promise<{ archived_at: Date | null } | undefined> {
  const rows = await tx.$queryRaw<Array<{ archived_at: Date | null }>>`
    SELECT archived_at FROM article WHERE id = ${articleId} FOR NO KEY UPDATE`;
  return rows[0];
}

/** As {@link lockClaim} for a person, to change their access, password or authenticator app. */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR NO KEY UPDATE`;
}
