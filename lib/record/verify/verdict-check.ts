import { hashOf, LoneSurrogate } from "@/lib/record/canonical-hash";
import { elementSchemas, type VerdictDocument } from "@/lib/record/format/schema";
import { recordOf } from "@/lib/record/revision-hash";
import { named } from "@/lib/record/transparency-log/leaf";
import { wrong } from "./failure";

/** What a check remembers of a verdict. */
type Verdict = Pick<VerdictDocument["verdict"], "revision" | "hash" | "previousHash" | "publishedAt">;

/** Whether this may be an element of an export: it looks like one, and has not the revisions of a whole claim. */
export function isElement(value: unknown): boolean {
  const { id, slug, verdict } = (value ?? {}) as Partial<VerdictDocument>;
  if (typeof id !== "string" || typeof slug !== "string" || typeof verdict !== "object") return false;
  return !Object.hasOwn(value as object, "revisions");
}

/** Checks elements one after the other; each throws a CheckFailure where something in it is wrong. */
export type VerdictCheck = { add(value: unknown): VerdictDocument; finish(): number };

/**
 * A check of the verdicts of one file: that each is what its format says and no more, that it has the hash of what it
 * says and the address of its slug, that none stands there twice, and that the revisions of one claim follow each other,
 * also in time. `origins` is what their addresses are compared with. `finish` returns how many there were.
 */
export function verdictCheck(origins: OriginCheck = originCheck()): VerdictCheck {
  const [claims, slugs] = [new Map<string, Map<number, Verdict>>(), new Map<string, string>()];
  let count = 0;
  return {
    add(value) {
      count += 1;
      const element = readElement(value, `The element at place ${count}`);
      checkHash(element);
      origins.add(element);
      if ((slugs.get(element.slug) ?? element.id) !== element.id) {
        throw wrong(`${at(element)}: another claim of this file has the same slug.`);
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

/** Which revision of which claim, in words. */
export const at = ({
  slug,
  verdict,
}: Pick<VerdictDocument, "slug"> & { verdict: Pick<Verdict, "revision"> }) =>
  `${slug}, revision ${verdict.revision}`;

/** Reads a published verdict in either format. Throws a CheckFailure that begins with `what` for anything else. */
export function readElement(value: unknown, what: string): VerdictDocument {
  const { format } = (value ?? {}) as { format?: unknown };
  const result = elementSchemas[format === undefined ? 1 : 2].safeParse(value);
  // As it is, and not as zod has put it together: its hash is over what it says.
  if (result.success) return value as VerdictDocument;
  const [issue] = result.error.issues;
  const place = issue?.path.join(".");
  throw wrong(`${what} is no verdict: ${place ? `${place}: ` : ""}${issue?.message}`);
}

/** Checks that an element has the hash of what it says. Throws a CheckFailure. */
export function checkHash(element: VerdictDocument): void {
  const { hash } = element.verdict;
  const found = named(hashOfRecord(element));
  if (hash !== found) {
    throw wrong(`${at(element)}: what it says is not what was published. Expected ${hash}, found ${found}.`);
  }
}

function hashOfRecord(element: VerdictDocument): string {
  try {
    return hashOf(recordOf(element));
  } catch (error) {
    if (error instanceof LoneSurrogate) throw wrong(`${at(element)}: it has no hash. ${error.message}`);
    throw error;
  }
}

/** Checks that all elements have addresses of one desk: that of `expected`, else that of the first one. */
export type OriginCheck = {
  add(element: VerdictDocument): void;
  /** The origin of all that were added; null before the first one. */
  found(): string | null;
};

/** A check of addresses. `expected` is an origin, such as `https://desk.example`. */
export function originCheck(expected?: string): OriginCheck {
  let origin = expected ?? null;
  let found: string | null = null;
  return {
    add(element) {
      const path = `/claims/${encodeURIComponent(element.slug)}`;
      const own = URL.canParse(element.url) ? new URL(element.url).origin : "";
      if (!/^https?:\/\//.test(element.url) || element.url !== `${own}${path}`) {
        throw wrong(`${at(element)}: its url ${element.url} is not the origin of a desk and ${path}.`);
      }
      found = own;
      origin ??= own;
      if (own !== origin) {
        const others = expected ? `the desk is at ${origin}` : `the others are at ${origin}`;
        throw wrong(`${at(element)}: its url ${element.url} is at another address: ${others}.`);
      }
    },
    found: () => found,
  };
}

function checkNeighbours(element: VerdictDocument, others: Map<number, Verdict>): void {
  const { revision, previousHash } = element.verdict;
  if (others.has(revision)) throw wrong(`${at(element)}: it stands in this file twice.`);
  if ((revision === 1) !== (previousHash === null)) {
    throw wrong(`${at(element)}: only a first revision has no hash before it.`);
  }
  const [before, after] = [others.get(revision - 1), others.get(revision + 1)];
  if (before) checkSuccessor(element, before, element.verdict);
  if (after) checkSuccessor(element, element.verdict, after);
}

function checkSuccessor(element: VerdictDocument, before: Verdict, after: Verdict): void {
  if (after.previousHash !== before.hash) {
    throw wrong(
      `${at(element)}: the revisions do not follow each other. Expected the hash before to be ${before.hash}, found ${after.previousHash}.`,
    );
  }
  if (after.publishedAt >= before.publishedAt) return;
  throw wrong(
    `${at(element)}: revision ${after.revision} was published at ${after.publishedAt}, before the one before it (${before.publishedAt}).`,
  );
}

function checkGaps(slug: string, revisions: number[]): void {
  const sorted = revisions.toSorted((a, b) => a - b);
  const gap = sorted.findIndex((revision, n) => n > 0 && revision !== (sorted[n - 1] ?? 0) + 1);
  if (gap > 0) throw wrong(`${slug}, revision ${sorted[gap]}: the revision before it is missing.`);
}
