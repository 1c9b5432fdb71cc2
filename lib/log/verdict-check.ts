import { z } from "zod";
import { hashOf } from "@/lib/audit/hash";
import { recordOf } from "@/lib/exports/record";
import { wrong } from "./failure";
import { named } from "./leaf";

// No more than the check needs: whatever else an element says is under its hash.
const elementSchema = z.looseObject({
  id: z.string().min(1),
  slug: z.string().min(1),
  url: z.string(),
  verdict: z.looseObject({
    revision: z.number().int().positive(),
    hash: z.string(),
    previousHash: z.string().nullable(),
  }),
});

/** An element of an export, as far as the check reads it. */
export type Element = z.infer<typeof elementSchema>;

/** Whether this may be an element of an export: it looks like one, and has not the revisions of a whole claim. */
export function isElement(value: unknown): boolean {
  return elementSchema.safeParse(value).success && !Object.hasOwn(value as object, "revisions");
}

/** Checks elements one after the other; each throws a CheckFailure where something in it is wrong. */
export type VerdictCheck = { add(value: unknown): Element; finish(): number };

/**
 * A check of a file's verdicts: that each has the hash of what it says and an address that ends in its slug, that none
 * stands there twice, and that the revisions of one claim follow each other. `finish` answers how many there were.
 */
export function verdictCheck(): VerdictCheck {
  const [claims, slugs] = [new Map<string, Map<number, Element["verdict"]>>(), new Map<string, string>()];
  let count = 0;
  return {
    add(value) {
      count += 1;
      const element = readElement(value, count);
      checkHash(element);
      checkUrl(element);
      if ((slugs.get(element.slug) ?? element.id) !== element.id) {
        throw wrong(`${at(element)}: another claim of this file has the same slug.`);
      }
      slugs.set(element.slug, element.id);
      const revisions = claims.get(element.id) ?? new Map<number, Element["verdict"]>();
      checkNeighbours(element, revisions);
      const { revision, hash, previousHash } = element.verdict;
      claims.set(element.id, revisions.set(revision, { revision, hash, previousHash }));
      return element;
    },
    finish() {
      for (const [slug, id] of slugs) checkGaps(slug, [...(claims.get(id)?.keys() ?? [])]);
      return count;
    },
  };
}

const at = ({ slug, verdict }: Element) => `${slug}, revision ${verdict.revision}`;

function readElement(value: unknown, place: number): Element {
  const result = elementSchema.safeParse(value);
  if (result.success) return value as Element;
  const [issue] = result.error.issues;
  throw wrong(`The element at place ${place} is no verdict: ${issue?.path.join(".")}: ${issue?.message}`);
}

function checkHash(element: Element): void {
  const { hash } = element.verdict;
  const found = named(hashOf(recordOf(element)));
  if (hash !== found) {
    throw wrong(`${at(element)}: what it says is not what was published. Expected ${hash}, found ${found}.`);
  }
}

function checkUrl(element: Element): void {
  const path = `/claims/${encodeURIComponent(element.slug)}`;
  if (!/^https?:\/\//.test(element.url) || !element.url.endsWith(path)) {
    throw wrong(`${at(element)}: its url ${element.url} does not end in ${path}.`);
  }
}

function checkNeighbours(element: Element, others: Map<number, Element["verdict"]>): void {
  const { revision, hash, previousHash } = element.verdict;
  if (others.has(revision)) throw wrong(`${at(element)}: it stands in this file twice.`);
  if ((revision === 1) !== (previousHash === null)) {
    throw wrong(`${at(element)}: only a first revision has no hash before it.`);
  }
  const [before, after] = [others.get(revision - 1), others.get(revision + 1)];
  if (before && previousHash !== before.hash) throw broken(element, before.hash, previousHash);
  if (after && after.previousHash !== hash) throw broken(element, hash, after.previousHash);
}

function broken(element: Element, expected: string, found: string | null) {
  return wrong(
    `${at(element)}: the revisions do not follow each other. Expected the hash before to be ${expected}, found ${found}.`,
  );
}

function checkGaps(slug: string, revisions: number[]): void {
  const sorted = revisions.toSorted((a, b) => a - b);
  const gap = sorted.findIndex((revision, n) => n > 0 && revision !== (sorted[n - 1] ?? 0) + 1);
  if (gap > 0) throw wrong(`${slug}, revision ${sorted[gap]}: the revision before it is missing.`);
}
