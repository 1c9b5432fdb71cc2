import { hashOf, LoneSurrogate } from "@/lib/record/canonical-hash";
import { elementSchemas, type VerdictDocument } from "@/lib/record/format/schema";
import { hashedRecord } from "@/lib/record/revision-hash";
import { formatHash } from "@/lib/record/transparency-log/leaf";
import { mismatch } from "./failure";

/** The part of a verdict that a check stores. */
type Verdict = Pick<VerdictDocument["verdict"], "revision" | "hash" | "previousHash" | "publishedAt">;

/** Whether a JSON value looks like an element of an export, and not like a claim with its revisions. */
export function isElement(value: unknown): boolean {
  const { id, slug, verdict } = (value ?? {}) as Partial<VerdictDocument>;
  if (typeof id !== "string" || typeof slug !== "string" || typeof verdict !== "object") return false;
  return !Object.hasOwn(value as object, "revisions");
}

/** Checks elements one after the other. `add` throws a CheckFailure for an invalid element. */
export type VerdictCheck = { add(value: unknown): VerdictDocument; finish(): number };

/**
 * Creates a check of the verdicts of one file: each fits its schema and matches its hash, its URL belongs to its slug, none
 * is repeated, and the revisions of a claim follow each other, also in time. `origins` checks their URLs. `finish` returns
 * their number.
 */
export function createVerdictCheck(origins: OriginCheck = createOriginCheck()): VerdictCheck {
  const [claims, slugs] = [new Map<string, Map<number, Verdict>>(), new Map<string, string>()];
  let count = 0;
  return {
    add(value) {
      count += 1;
      const element = readElement(value, `The element at place ${count}`);
      checkHash(element);
      origins.add(element);
      if ((slugs.get(element.slug) ?? element.id) !== element.id) {
        throw mismatch(`${revisionLabel(element)}: another claim of this file has the same slug.`);
      }
      slugs.set(element.slug, element.id);
      const revisions = claims.get(element.id) ?? new Map<number, Verdict>();
      checkNeighbours(element, revisions);
      const { revision, hash, previousHash, publishedAt } = element.verdict;
      claims.set(element.id, revisions.set(revision, { revision, hash, previousHash, publishedAt }));
      return element;
    },
    finish() {
      for (const [slug, id] of slugs) checkGaps(slug, [...(claims.get(id)?.keys() ?? [])]);
      return count;
    },
  };
}

/** Names a revision in messages: slug and number. */
export const revisionLabel = ({
  slug,
  verdict,
}: Pick<VerdictDocument, "slug"> & { verdict: Pick<Verdict, "revision"> }) =>
  `${slug}, revision ${verdict.revision}`;

/** Parses a published verdict in either format. Throws a CheckFailure whose message begins with `what`. */
export function readElement(value: unknown, what: string): VerdictDocument {
  const { format } = (value ?? {}) as { format?: unknown };
  const result = elementSchemas[format === undefined ? 1 : 2].safeParse(value);
  // The original value, not zod's output: the hash covers the original.
  if (result.success) return value as VerdictDocument;
  const [issue] = result.error.issues;
  const place = issue?.path.join(".");
  throw mismatch(`${what} is no verdict: ${place ? `${place}: ` : ""}${issue?.message}`);
}

/** Checks that an element matches its hash. Throws a CheckFailure. */
export function checkHash(element: VerdictDocument): void {
  const { hash } = element.verdict;
  const found = formatHash(hashOfRecord(element));
  if (hash !== found) {
    throw mismatch(
      `${revisionLabel(element)}: what it says is not what was published. Expected ${hash}, found ${found}.`,
    );
  }
}

function hashOfRecord(element: VerdictDocument): string {
  try {
    return hashOf(hashedRecord(element));
  } catch (error) {
    if (error instanceof LoneSurrogate)
      throw mismatch(`${revisionLabel(element)}: it has no hash. ${error.message}`);
    throw error;
  }
}

/** Checks that the URLs of all elements are of one desk. `add` throws a CheckFailure. */
export type OriginCheck = {
  add(element: VerdictDocument): void;
  /** The origin of the added elements; null before the first one. */
  origin(): string | null;
};

/** Creates a check of URLs against `expected`, an origin such as `https://desk.example`; else against the first element's. */
export function createOriginCheck(expected?: string): OriginCheck {
  let origin = expected ?? null;
  let last: string | null = null;
  return {
    add(element) {
      const path = `/claims/${encodeURIComponent(element.slug)}`;
      const own = URL.canParse(element.url) ? new URL(element.url).origin : "";
      if (!/^https?:\/\//.test(element.url) || element.url !== `${own}${path}`) {
        throw mismatch(
          `${revisionLabel(element)}: its url ${element.url} is not the origin of a desk and ${path}.`,
        );
      }
      last = own;
      origin ??= own;
      if (own !== origin) {
        const others = expected ? `the desk is at ${origin}` : `the others are at ${origin}`;
        throw mismatch(`${revisionLabel(element)}: its url ${element.url} is at another address: ${others}.`);
      }
    },
    origin: () => last,
  };
}

function checkNeighbours(element: VerdictDocument, others: Map<number, Verdict>): void {
  const { revision, previousHash } = element.verdict;
  if (others.has(revision)) throw mismatch(`${revisionLabel(element)}: it stands in this file twice.`);
  if ((revision === 1) !== (previousHash === null)) {
    throw mismatch(`${revisionLabel(element)}: only a first revision has no hash before it.`);
  }
  const [before, after] = [others.get(revision - 1), others.get(revision + 1)];
  if (before) checkSuccessor(element, before, element.verdict);
  if (after) checkSuccessor(element, element.verdict, after);
}

function checkSuccessor(element: VerdictDocument, before: Verdict, after: Verdict): void {
  if (after.previousHash !== before.hash) {
    throw mismatch(
      `${revisionLabel(element)}: the revisions do not follow each other. Expected the hash before to be ${before.hash}, found ${after.previousHash}.`,
    );
  }
  if (after.publishedAt >= before.publishedAt) return;
  throw mismatch(
    `${revisionLabel(element)}: revision ${after.revision} was published at ${after.publishedAt}, before the one before it (${before.publishedAt}).`,
  );
}

function checkGaps(slug: string, revisions: number[]): void {
  const sorted = revisions.toSorted((a, b) => a - b);
  const gap = sorted.findIndex((revision, n) => n > 0 && revision !== (sorted[n - 1] ?? 0) + 1);
  if (gap > 0) throw mismatch(`${slug}, revision ${sorted[gap]}: the revision before it is missing.`);
}
