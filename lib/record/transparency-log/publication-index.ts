import { hashOf } from "@/lib/record/canonical-hash";
import type { VerdictDocument } from "@/lib/record/format/schema";

/** A revision in the log. `verdictHash` is the hash of its verdict alone, as in lists of revisions. */
export type LoggedRevision = Pick<VerdictDocument, "status"> &
  Pick<VerdictDocument["verdict"], "hash" | "publishedAt" | "publishedBy" | "correction"> & {
    number: number;
    format: 1 | 2;
    verdictHash: string;
  };
/** A claim in the log, with its revisions, oldest first. */
export type LoggedClaim = { id: string; slug: string; revisions: LoggedRevision[] };

/** The publications of a log, grouped by claim. */
export type PublicationIndex = {
  add(record: VerdictDocument): void;
  size(): number;
  claims(): LoggedClaim[];
  claim(id: string): LoggedClaim | null;
};

/** Creates an empty {@link PublicationIndex}. */
export function createPublicationIndex(): PublicationIndex {
  const byId = new Map<string, LoggedClaim>();
  let size = 0;
  return {
    add(record) {
      const { id, slug } = record;
      const claim = byId.get(id) ?? { id, slug, revisions: [] };
      claim.revisions.push(revisionOf(record));
      byId.set(id, claim);
      size += 1;
    },
    size: () => size,
    claims: () => [...byId.values()],
    claim: (id) => byId.get(id) ?? null,
  };
}

function revisionOf({ status, verdict, ...rest }: VerdictDocument): LoggedRevision {
  const { revision: number, hash, publishedAt, publishedBy, correction } = verdict;
  const format = "format" in rest ? 2 : 1;
  return { status, hash, publishedAt, publishedBy, correction, number, format, verdictHash: hashOf(verdict) };
}
