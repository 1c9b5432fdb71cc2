import {
  createPublicationIndex,
  type PublicationIndex,
} from "@/lib/record/transparency-log/publication-index";
import { logEntriesSchema, MAX_LOG_ENTRIES, type SignedHead } from "@/lib/record/transparency-log/schema";
import { createEntryCheck, type EntryCheck } from "@/lib/record/verify/entry-check";
import { mismatch } from "@/lib/record/verify/failure";
import { checkKey, checkRoot, checkSuccession, checkTime, readHead } from "@/lib/record/verify/head-check";
import { createVerdictCheck, type OriginCheck } from "@/lib/record/verify/verdict-check";
import type { DeskClient } from "./desk-client";

const PATH = "/api/v1/log";

/** The fetched log of a desk, with its head. */
export type DeskLog = {
  head: SignedHead;
  entries: EntryCheck;
  logged: PublicationIndex;
  extend(): Promise<void>;
};

/**
 * Fetches the head of a desk's log with all its entries, and checks both. `extend` fetches what was added since, and checks
 * that the log has only grown. `sizes` are the tree sizes needed from `rootOf`. Throws a CheckFailure.
 */
export async function fetchLog(
  client: DeskClient,
  { origins, key, sizes }: { origins: OriginCheck; key?: string; sizes: number[] },
): Promise<DeskLog> {
  const wanted = [...sizes];
  const verdicts = createVerdictCheck(origins);
  const log: DeskLog = {
    head: await fetchHead(client, key),
    entries: createEntryCheck(verdicts, wanted),
    logged: createPublicationIndex(),
    async extend() {
      const head = await fetchHead(client, key);
      checkSuccession(log.head, head);
      await add(head);
    },
  };
  const add = async (head: SignedHead) => {
    wanted.push(head.treeSize);
    await fetchEntries(client, log, head.treeSize);
    verdicts.finish();
    if (head.treeSize > 0) {
      checkRoot(head, log.entries.rootOf(head.treeSize), PATH);
      checkTime(head, log.entries.lastAtOf(head.treeSize), PATH);
    }
    log.head = head;
  };
  await add(log.head);
  return log;
}

async function fetchHead(client: DeskClient, key: string | undefined): Promise<SignedHead> {
  const head = readHead(await client.json(PATH), PATH);
  if (key) checkKey(head, key, PATH);
  return head;
}

async function fetchEntries(client: DeskClient, { entries, logged }: DeskLog, size: number): Promise<void> {
  for (let start = entries.range()?.next ?? 0; start < size; ) {
    const end = Math.min(start + MAX_LOG_ENTRIES, size) - 1;
    const path = `${PATH}/entries?start=${start}&end=${end}`;
    const found = entriesOf(await client.json(path));
    if (found.length !== end - start + 1) {
      throw mismatch(
        `${path} holds ${found.length} entries; the head is of ${size}, so ${end - start + 1} belong there.`,
      );
    }
    for (const value of found) logged.add(entries.add(value));
    if (entries.range()?.next !== end + 1) throw mismatch(`${path} holds other entries.`);
    start = end + 1;
  }
}

function entriesOf(value: unknown): unknown[] {
  const { treeSize, entries } = (value ?? {}) as { treeSize?: unknown; entries?: unknown };
  if (!logEntriesSchema.shape.treeSize.safeParse(treeSize).success || !Array.isArray(entries))
    throw mismatch(`${PATH}/entries holds no entries of a log.`);
  return entries;
}
