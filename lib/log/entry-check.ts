import { z } from "zod";
import { wrong } from "./failure";
import { bytesOf, named, publicationLeaf } from "./leaf";
import { growingTree } from "./peaks";
import { hashSchema } from "./schema";
import type { Element, VerdictCheck } from "./verdict-check";

const entrySchema = z.object({
  index: z.number().int().nonnegative(),
  leaf: hashSchema,
  record: z.unknown(),
  documentHash: hashSchema,
});

/** Whether this may be an entry of the log. */
export function isEntry(value: unknown): boolean {
  return entrySchema.safeParse(value).success;
}

/** Checks entries one after the other; each throws a CheckFailure where something in it is wrong. */
export type EntryCheck = { add(value: unknown): Element; rootOf(size: number): Uint8Array };

/**
 * A check of the log's entries: that their records are right, that each leaf is that of its record, and that they
 * stand in order. `rootOf` answers the root of the tree of the first entries; `sizes` are those it will be asked for.
 */
export function entryCheck(verdicts: VerdictCheck, sizes: number[]): EntryCheck {
  const tree = growingTree();
  const roots = new Map(sizes.includes(0) ? [[0, tree.root()]] : []);
  let next: number | null = null;
  return {
    add(value) {
      const result = entrySchema.safeParse(value);
      if (!result.success)
        throw wrong(
          next === null
            ? "The first entry is none of a log."
            : `What stands where entry ${next} belongs is no entry.`,
        );
      const { index, leaf, record, documentHash } = result.data;
      if (next !== null && index !== next)
        throw wrong(`Entry ${index}: it stands where entry ${next} belongs.`);
      next = index + 1;
      const element = verdicts.add(record);
      const { id: claim, slug, verdict } = element;
      const { revision, hash } = verdict;
      const found = publicationLeaf({ claim, revision, hash: hex(hash), documentHash: hex(documentHash) });
      if (named(found) !== leaf) {
        throw wrong(
          `${slug}, revision ${revision}: it is not its leaf. Expected ${leaf}, found ${named(found)}.`,
        );
      }
      if (index !== tree.size()) return element;
      tree.append(bytesOf(leaf));
      if (sizes.includes(tree.size())) roots.set(tree.size(), tree.root());
      return element;
    },
    rootOf(size) {
      const root = roots.get(size);
      if (!root) throw wrong(`The head is of ${size} publications; of these, the file holds ${tree.size()}.`);
      return root;
    },
  };
}

const hex = (hash: string) => hash.slice("sha256:".length);
