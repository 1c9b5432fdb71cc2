import type { VerdictDocument } from "@/lib/record/format/schema";
import type { LoggedClaim, PublicationIndex } from "@/lib/record/transparency-log/publication-index";
import { mismatch } from "./failure";
import { revisionLabel } from "./verdict-check";

/** The part of an exported verdict that {@link checkExport} compares. */
export type ExportedVerdict = { id: string; slug: string; verdict: { revision: number; hash: string } };

/** Picks the part of an element that {@link checkExport} compares. */
export function toExportedVerdict({
  id,
  slug,
  verdict: { revision, hash },
}: VerdictDocument): ExportedVerdict {
  return { id, slug, verdict: { revision, hash } };
}

/**
 * Checks an export against the log: each of its verdicts is in the log, and, unless the export `isPartial`, it has the
 * latest revision of each claim, or all revisions if it has one that is not the latest. Throws a CheckFailure.
 */
export function checkExport(
  file: string,
  exported: ExportedVerdict[],
  logged: PublicationIndex,
  isPartial: boolean,
): void {
  for (const element of exported) {
    const revision = logged.claim(element.id)?.revisions.find(({ hash }) => hash === element.verdict.hash);
    if (revision?.number !== element.verdict.revision)
      throw mismatch(`${revisionLabel(element)}: the log's entries do not hold it.`);
  }
  if (isPartial) return;
  const exportedHashes = new Set(exported.map(({ verdict }) => verdict.hash));
  const claims = logged.claims();
  const all = claims.some(({ revisions }) =>
    revisions.slice(0, -1).some(({ hash }) => exportedHashes.has(hash)),
  );
  for (const claim of claims) checkClaim(file, claim, exportedHashes, all);
}

function checkClaim(
  file: string,
  { slug, revisions }: LoggedClaim,
  exportedHashes: Set<string>,
  all: boolean,
): void {
  const missing = (all ? revisions : revisions.slice(-1)).find(({ hash }) => !exportedHashes.has(hash));
  if (!missing) return;
  throw mismatch(
    `${slug}, revision ${missing.number}: the log's entries hold it, and ${file} does not. If the export is filtered or older than the entries, say so with --part.`,
  );
}
