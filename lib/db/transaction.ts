import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "@/lib/errors";
import { db } from "./client";
import { Prisma } from "./generated/client";

/** The client inside of a transaction. */
export type Transaction = Prisma.TransactionClient;

const WAIT_MS = 10_000;
const LONGEST_MS = 30_000;

const current = new AsyncLocalStorage<Transaction>();

/**
 * Runs `work` in one transaction: all of it is there afterwards, or none. Called inside of another transaction it
 * joins that one, so that commands can be put together into a larger whole. A unique value that somebody else took
 * in the meantime is thrown as `conflict`.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  longestMs = LONGEST_MS,
): Promise<T> {
  const outer = current.getStore();
  if (outer) return work(outer);
  try {
    return await db().$transaction((tx) => current.run(tx, () => work(tx)), {
      maxWait: WAIT_MS,
      timeout: longestMs,
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new AppError("conflict", "Somebody else saved the same thing at this moment. Try again.");
    }
    throw error;
  }
}

/** Holds the claim's row until the transaction ends: commands on one claim run one after the other. */
export async function lockClaim(tx: Transaction, claimId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM claim WHERE id = ${claimId} FOR UPDATE`;
}

/** As {@link lockClaim} for an article. */
export async function lockArticle(tx: Transaction, articleId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM article WHERE id = ${articleId} FOR UPDATE`;
}
