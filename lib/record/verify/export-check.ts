import type { VerdictDocument } from "@/lib/record/format/schema";
import type { Logged, LoggedClaim } from "@/lib/record/transparency-log/logged";
import { wrong } from "./failure";
import { at } from "./verdict-check";

/** What is remembered of an exported verdict. */
export type Exported = { id: string; slug: string; verdict: { revision: number; hash: string } };

/** Keeps of an element what {@link checkExport} compares. */
export function exportedOf({ id, slug, verdict: { revision, hash } }: VerdictDocument): Exported {
  return { id, slug, verdict: { revision, hash } };
}

/**
 * Compares an export with the log: each of its verdicts is in it, and, unless the export is only a `part`, it holds the
 * latest revision of each claim; every revision, where it holds one that is not the latest. Throws a CheckFailure.
 */
export function checkExport(file: string, exported: Exported[], logged: Logged, part: boolean): void {
  for (const element of exported) {
    const revision = logged.claim(element.id)?.revisions.find(({ hash }) => hash === element.verdict.hash);
    if (revision?.number !== element.verdict.revision)
      throw wrong(`${at(element)}: the log's entries do not hold it.`);
  }
  if (part) return;
  const held = new Set(exported.map(({ verdict }) => verdict.hash));
  const claims = logged.claims();
  const all = claims.some(({ revisions }) => revisions.slice(0, -1).some(({ hash }) => held.has(hash)));
  for (const claim of claims) checkClaim(file, claim, held, all);
}

function checkClaim(file: string, { slug, revisions }: LoggedClaim, held: Set<string>, all: boolean): void {
  const missing = (all ? revisions : revisions.slice(-1)).find(({ hash }) => !held.has(hash));
  if (!missing) return;
  throw wrong(
    `${slug}, revision ${missing.number}: the log's entries hold it, and ${file} does not. If the export is filtered or older than the entries, say so with --part.`,
  );
}
