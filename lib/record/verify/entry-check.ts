import type { VerdictDocument } from "@/lib/record/format/schema";
import { formatHash, parseHash, publicationLeaf } from "@/lib/record/transparency-log/leaf";
import { createIncrementalTree } from "@/lib/record/transparency-log/peaks";
import { logEntrySchema } from "@/lib/record/transparency-log/schema";
import { mismatch } from "./failure";
import { revisionLabel, type VerdictCheck } from "./verdict-check";

const entrySchema = logEntrySchema.omit({ record: true }).loose();

/** Whether a JSON value looks like an entry of the log. */
export function isEntry(value: unknown): boolean {
  return entrySchema.safeParse(value).success;
}

/** The range of entries checked so far, with the time of the last one. */
export type EntryRange = { first: number; next: number; lastAt: string };

/** Checks log entries one after the other. Methods throw a CheckFailure for an invalid entry. */
export type EntryCheck = {
  add(value: unknown): VerdictDocument;
  range(): EntryRange | null;
  rootOf(size: number): Uint8Array;
  /** When the last of the first `size` publications was published; null for an empty tree. */
  lastAtOf(size: number): string | null;
};

/**
 * Creates a check of log entries: their records are valid, each leaf matches its record, and their indexes and times are in
 * order. `rootOf` returns the root of the first entries, for one of the given `sizes`.
 */
export function createEntryCheck(verdicts: VerdictCheck, sizes: number[]): EntryCheck {
  const tree = createIncrementalTree();
  const [roots, times] = [new Map(sizes.includes(0) ? [[0, tree.root()]] : []), new Map<number, string>()];
  let range: EntryRange | null = null;
  const grow = (leaf: string, publishedAt: string) => {
    tree.append(parseHash(leaf));
    if (!sizes.includes(tree.size())) return;
    roots.set(tree.size(), tree.root());
    times.set(tree.size(), publishedAt);
  };
  return {
    add(value) {
      const { index, leaf, record, documentHash } = readEntry(value, range);
      const element = verdicts.add(record);
      const { publishedAt } = element.verdict;
      checkLeaf(element, leaf, documentHash);
      if (range && publishedAt < range.lastAt) {
        throw mismatch(
          `${revisionLabel(element)}: entry ${index} was published at ${publishedAt}, before the entry before it (${range.lastAt}).`,
        );
      }
      range = { first: range?.first ?? index, next: index + 1, lastAt: publishedAt };
      if (index === tree.size()) grow(leaf, publishedAt);
      return element;
    },
    range: () => range,
    rootOf(size) {
      const root = roots.get(size);
      if (root) return root;
      throw mismatch(`The head is of ${size} publications; of these, the entries hold ${tree.size()}.`);
    },
    lastAtOf: (size) => times.get(size) ?? null,
  };
}

function readEntry(value: unknown, range: EntryRange | null) {
  const result = entrySchema.safeParse(value);
  if (!result.success) {
    throw mismatch(
      range
        ? `What stands where entry ${range.next} belongs is no entry.`
        : "The first entry is none of a log.",
    );
  }
  const { index, leaf, record, documentHash, ...more } = result.data;
  const unknown = Object.keys(more)[0];
  if (unknown) throw mismatch(`Entry ${index}: no entry of a log says "${unknown}".`);
  if (range && index !== range.next)
    throw mismatch(`Entry ${index}: it stands where entry ${range.next} belongs.`);
  return { index, leaf, record, documentHash };
}

function checkLeaf(element: VerdictDocument, leaf: string, documentHash: string): void {
  const { revision, hash } = element.verdict;
  const found = formatHash(
    publicationLeaf({ claim: element.id, revision, hash: hex(hash), documentHash: hex(documentHash) }),
  );
  if (found === leaf) return;
  throw mismatch(`${revisionLabel(element)}: it is not its leaf. Expected ${leaf}, found ${found}.`);
}

const hex = (hash: string) => hash.slice("sha256:".length);
