import type { SignedHead } from "@/lib/record/transparency-log/schema";
import type { EntryCheck } from "@/lib/record/verify/entry-check";
import { CheckFailure } from "@/lib/record/verify/failure";
import {
  checkConsistency,
  checkKey,
  checkRoot,
  checkSuccession,
  checkTime,
  readHead,
} from "@/lib/record/verify/head-check";
import type { VerifyArguments } from "./verify-arguments";
import { readJson } from "./verify-files";

/** A head with the name of its file. */
export type NamedHead = { head: SignedHead; file: string };
/** The head to check, and an older one. */
export type Heads = { new: NamedHead | null; old: NamedHead | null };

/** Reads the files of the heads that the arguments name, and checks their signatures. Throws a CheckFailure. */
export async function readHeads({ head, oldHead }: VerifyArguments): Promise<Heads> {
  return { new: await findHead(head), old: await findHead(oldHead) };
}

async function findHead(file: string | undefined): Promise<NamedHead | null> {
  return file ? { head: readHead(await readJson(file), file), file } : null;
}

/**
 * Checks heads against the log's entries, the known key, and each other. Returns a summary of the checks. Throws a
 * CheckFailure.
 */
export async function checkHeads(
  { new: named, old }: Heads,
  entries: EntryCheck | null,
  { key, proof }: Pick<VerifyArguments, "key" | "proof">,
): Promise<string[]> {
  if (!named) return [];
  const { head, file } = named;
  if (entries) checkEntries(named, entries);
  const summary = [
    `The head is signed by ${head.keyId} for ${head.treeSize} publications${entries ? ": these" : ""}.`,
    key
      ? `That is the key ${key}.`
      : "The key was compared with nothing: name the one that you know with --key.",
  ];
  if (key) checkKey(head, key, file);
  if (!old) return summary;
  checkSuccession(old.head, head);
  if (entries) checkEntries(old, entries);
  if (proof || !entries) await checkProof(old.head, head, proof);
  return [...summary, `The log begins with the ${old.head.treeSize} of the old head.`];
}

function checkEntries({ head, file }: NamedHead, entries: EntryCheck): void {
  checkRoot(head, entries.rootOf(head.treeSize), file);
  checkTime(head, entries.lastAtOf(head.treeSize), file);
}

async function checkProof(old: SignedHead, head: SignedHead, file: string | undefined): Promise<void> {
  if (file) return checkConsistency(old, head, await readJson(file), file);
  if (old.treeSize !== 0 && old.treeSize !== head.treeSize) {
    throw new CheckFailure("unreadable", "Give --proof, or the log's entries from the first on.");
  }
  const nothing = { first: old.treeSize, second: head.treeSize, path: [] };
  checkConsistency(old, head, nothing, "The old head");
}
