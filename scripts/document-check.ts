import { hashOf } from "@/lib/record/canonical-hash";
import { claimDocumentSchema, revisionSchemas, type VerdictDocument } from "@/lib/record/format/schema";
import type {
  LoggedClaim,
  LoggedRevision,
  PublicationIndex,
} from "@/lib/record/transparency-log/publication-index";
import { mismatch } from "@/lib/record/verify/failure";
import { checkHash, type OriginCheck, readElement, revisionLabel } from "@/lib/record/verify/verdict-check";

/** Checks the documents of a desk against its log. Each method throws a CheckFailure if they differ. */
export type DocumentCheck = {
  /** Checks a verdict in a list; `latest` if the list shows the current state of claims. */
  verdict(value: unknown, where: string, latest: boolean): VerdictDocument;
  /** Checks a claim with all its revisions. */
  detail(value: unknown, where: string): VerdictDocument;
  /** Checks a claim without a verdict, and returns its id. */
  unpublished(value: unknown, where: string): string;
  /** Checks the documents that were newer than the log. Call it once the log is extended. */
  settle(): void;
};

type Shown = { where: string; element: VerdictDocument; verdicts: unknown[] };

/**
 * Creates a check of a desk's documents against its fetched log. Documents published after the log was fetched are checked
 * by `settle`.
 */
export function createDocumentCheck(logged: PublicationIndex, origins: OriginCheck): DocumentCheck {
  const latest = new Map(logged.claims().map(({ id, revisions }) => [id, revisions.at(-1)?.number ?? 0]));
  const later: Shown[] = [];
  const compare = (shown: Shown, isLatest: boolean) => {
    const { element, where } = shown;
    checkHash(element);
    origins.add(element);
    const { revision } = element.verdict;
    const last = latest.get(element.id) ?? 0;
    if (isLatest && revision < last)
      throw mismatch(`${where} shows ${revisionLabel(element)}: the log holds revision ${last} of it.`);
    if (revision > last) later.push(shown);
    else compareWithLog(shown, logged.claim(element.id));
    return element;
  };
  return {
    verdict: (value, where, isLatest) =>
      compare({ where, element: readElement(value, `An element of ${where}`), verdicts: [] }, isLatest),
    detail(value, where) {
      const { revisions, ...rest } = (value ?? {}) as { revisions?: unknown };
      if (!Array.isArray(revisions)) throw mismatch(`${where} shows no revisions.`);
      return compare({ where, element: readElement(rest, where), verdicts: revisions }, true);
    },
    unpublished(value, where) {
      const result = claimDocumentSchema.safeParse(value);
      const [issue] = result.error?.issues ?? [];
      if (!result.success)
        throw mismatch(`${where} shows what is no claim: ${issue?.path.join(".")}: ${issue?.message}`);
      if (latest.has(result.data.id))
        throw mismatch(`${where} shows ${result.data.slug} without a verdict: the log holds one.`);
      return result.data.id;
    },
    settle() {
      for (const shown of later) compareWithLog(shown, logged.claim(shown.element.id));
    },
  };
}

function compareWithLog({ where, element, verdicts }: Shown, claim: LoggedClaim | null): void {
  const { revision, hash } = element.verdict;
  const found = claim?.revisions[revision - 1];
  if (found?.hash !== hash || claim?.slug !== element.slug)
    throw mismatch(`${where} shows ${revisionLabel(element)}, which the log does not hold.`);
  if (verdicts.length > 0 && verdicts.length !== revision)
    throw mismatch(
      `${where} lists ${verdicts.length} revisions of ${element.slug}, and shows revision ${revision}.`,
    );
  verdicts.forEach((verdict, n) => {
    compareRevision(where, "format" in element ? 2 : 1, verdict, claim?.revisions[n]);
  });
}

/** Compares a listed revision, in the format of the claim's latest one, with the revision in the log. */
function compareRevision(
  where: string,
  format: 1 | 2,
  verdict: unknown,
  logged: LoggedRevision | undefined,
): void {
  const result = revisionSchemas[format].safeParse(verdict);
  const number = logged?.number;
  if (!result.success || !logged) throw mismatch(`${where} lists what is no revision.`);
  const { fourEyes, ...signed } = result.data as typeof result.data & { fourEyes?: boolean };
  // In format 1 the hash of a verdict does not cover `fourEyes`.
  const compared = logged.format === 1 ? signed : result.data;
  if (hashOf(compared) !== logged.verdictHash)
    throw mismatch(`${where} lists a revision ${number} that is not the one of the log.`);
}
