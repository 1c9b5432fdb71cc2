import { type Logged, loggedPublications } from "@/lib/record/transparency-log/logged";
import { logEntriesSchema, mostEntries, type SignedHead } from "@/lib/record/transparency-log/schema";
import { type EntryCheck, entryCheck } from "@/lib/record/verify/entry-check";
import { wrong } from "@/lib/record/verify/failure";
import { checkKey, checkRoot, checkSuccession, checkTime, readHead } from "@/lib/record/verify/head-check";
import { type OriginCheck, verdictCheck } from "@/lib/record/verify/verdict-check";
import type { DeskClient } from "./desk-client";

const PATH = "/api/v1/log";

/** The log of a desk as it was fetched, with its head. */
export type DeskLog = { head: SignedHead; entries: EntryCheck; logged: Logged; extend(): Promise<void> };

/**
 * Fetches the head of a desk's log and all entries that it is for, and checks both; `extend` does so once more, and checks
 * that the log has not lost anything since. `sizes` are those that `rootOf` will be asked for. Throws a CheckFailure.
 */
export async function fetchLog(
  client: DeskClient,
  { origins, key, sizes }: { origins: OriginCheck; key?: string; sizes: number[] },
): Promise<DeskLog> {
  const wanted = [...sizes];
  const verdicts = verdictCheck(origins);
  const log: DeskLog = {
    head: await fetchHead(client, key),
    entries: entryCheck(verdicts, wanted),
    logged: loggedPublications(),
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
    const end = Math.min(start + mostEntries, size) - 1;
    const path = `${PATH}/entries?start=${start}&end=${end}`;
    const found = entriesOf(await client.json(path));
    if (found.length !== end - start + 1) {
      throw wrong(
        `${path} holds ${found.length} entries; the head is of ${size}, so ${end - start + 1} belong there.`,
      );
    }
    for (const value of found) logged.add(entries.add(value));
    if (entries.range()?.next !== end + 1) throw wrong(`${path} holds other entries.`);
    start = end + 1;
  }
}

function entriesOf(value: unknown): unknown[] {
  const { treeSize, entries } = (value ?? {}) as { treeSize?: unknown; entries?: unknown };
  if (!logEntriesSchema.shape.treeSize.safeParse(treeSize).success || !Array.isArray(entries))
    throw wrong(`${PATH}/entries holds no entries of a log.`);
  return entries;
}
