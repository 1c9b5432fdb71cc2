import type { VerdictDocument } from "@/lib/record/format/schema";
import type { LoggedClaim, PublicationIndex } from "@/lib/record/transparency-log/publication-index";
import { CheckFailure, mismatch } from "@/lib/record/verify/failure";
import { type OriginCheck, revisionLabel } from "@/lib/record/verify/verdict-check";
import { type DeskClient, deskClient } from "./desk-client";
import { checkFeed } from "./desk-corrections";
import { fetchLog } from "./desk-log";
import { createDocumentCheck, type DocumentCheck } from "./document-check";
import type { VerifyArguments } from "./verify-arguments";
import { checkHeads, readHeads } from "./verify-heads";

/** How many claims are fetched concurrently. */
const AT_ONCE = 4;
const PAGE = 200;

type Given = Pick<VerifyArguments, "key" | "oldHead" | "files" | "part"> & {
  desk: string;
  origins: OriginCheck;
};

/**
 * Fetches and checks the log of a desk, then checks every public document of the desk against it. Returns a summary of the
 * checks and the log. Throws a CheckFailure.
 */
export async function verifyDesk(given: Given): Promise<{ summary: string[]; logged: PublicationIndex }> {
  const { desk, key, origins } = given;
  const [client, heads] = [deskClient(desk), await readHeads(given)];
  const log = await fetchLog(client, { origins, key, sizes: heads.old ? [heads.old.head.treeSize] : [] });
  const named = { head: log.head, file: "/api/v1/log" };
  const [before, size] = [log.logged.claims().map(({ id, slug }) => ({ id, slug })), log.logged.size()];
  const summary = [
    `The log of ${desk}: ${size} entries, from the first on, every leaf is right.`,
    ...(await checkHeads({ new: named, old: heads.old }, size > 0 ? log.entries : null, { key })),
  ];
  const check = createDocumentCheck(log.logged, origins);
  const shown = [
    await checkDetails(client, check, log.logged.claims()),
    await checkTable(client, check, before),
    await checkExport(client, check, before, "/api/v1/verdicts.ndjson"),
    await checkExport(client, check, before, "/api/v1/verdicts.ndjson?revisions=all"),
    await checkFeed(client, log),
  ];
  await log.extend();
  check.settle();
  if (log.logged.size() === 0)
    throw new CheckFailure("unreadable", `The log of ${desk} is empty: there was nothing to compare.`);
  const grown = log.logged.size() - size;
  return {
    summary: [
      ...summary,
      ...shown,
      ...(grown > 0 ? [`${grown} publications came in the meantime, and are right.`] : []),
    ],
    logged: log.logged,
  };
}

async function checkDetails(
  client: DeskClient,
  check: DocumentCheck,
  claims: LoggedClaim[],
): Promise<string> {
  let revisions = 0;
  // The first failure empties the shared queue, which ends all workers.
  let waiting = claims.toReversed();
  const work = async () => {
    for (let claim = waiting.pop(); claim; claim = waiting.pop()) {
      const path = `/api/v1/claims/${encodeURIComponent(claim.slug)}`;
      const detail = await client.find(path);
      if (detail === null) throw mismatch(`${path} does not exist: the log holds ${claim.slug}.`);
      revisions += check.detail(detail, path).verdict.revision;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work)).finally(() => {
    waiting = [];
  });
  return `/api/v1/claims/SLUG: ${claims.length} claims with ${revisions} revisions compared with the log.`;
}

type ClaimId = Pick<LoggedClaim, "id" | "slug">;

async function checkTable(client: DeskClient, check: DocumentCheck, claims: ClaimId[]): Promise<string> {
  const [seen, open]: [Seen, Set<string>] = [new Map(), new Set()];
  const path = "/api/v1/claims";
  // A claim published meanwhile moves to the end of this order: none is skipped.
  for (let after: string | null = null; ; ) {
    const query = new URLSearchParams({ sort: "published", limit: `${PAGE}`, ...(after && { after }) });
    const { data, page } = (await client.json(`${path}?${query}`)) as {
      data?: unknown;
      page?: { next?: unknown };
    };
    if (!Array.isArray(data) || !page) throw mismatch(`${path} holds no page of claims.`);
    for (const row of data) {
      if (row?.verdict === null) open.add(check.unpublished(row, path));
      else see(seen, check.verdict(row, path, true), path);
    }
    if (typeof page.next !== "string") break;
    after = page.next;
  }
  checkAllSeen(path, claims, seen);
  return `${path}: ${seen.size} claims compared with the log; ${open.size} have no verdict, in the log neither.`;
}

async function checkExport(
  client: DeskClient,
  check: DocumentCheck,
  claims: ClaimId[],
  path: string,
): Promise<string> {
  const seen: Seen = new Map();
  const all = path.endsWith("revisions=all");
  let count = 0;
  for await (const value of client.lines(path)) {
    see(seen, check.verdict(value, path, !all), path);
    count += 1;
  }
  checkAllSeen(path, claims, seen);
  return `${path}: ${count} verdicts compared with the log.`;
}

/** The hashes seen so far, by claim id. */
type Seen = Map<string, Set<string>>;

function see(seen: Seen, element: VerdictDocument, where: string): void {
  const hashes = seen.get(element.id) ?? new Set();
  if (hashes.has(element.verdict.hash)) throw mismatch(`${where} shows ${revisionLabel(element)} twice.`);
  seen.set(element.id, hashes.add(element.verdict.hash));
}

function checkAllSeen(where: string, claims: ClaimId[], seen: Seen): void {
  const missing = claims.find(({ id }) => !seen.has(id));
  if (missing) throw mismatch(`${where} does not show ${missing.slug}: the log holds it.`);
}
