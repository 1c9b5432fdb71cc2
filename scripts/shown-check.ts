import { hashOf } from "@/lib/record/canonical-hash";
import { claimDocumentSchema, revisionSchemas, type VerdictDocument } from "@/lib/record/format/schema";
import type { Logged, LoggedClaim, LoggedRevision } from "@/lib/record/transparency-log/logged";
import { wrong } from "@/lib/record/verify/failure";
import { at, checkHash, type OriginCheck, readElement } from "@/lib/record/verify/verdict-check";

/** Compares what a desk shows with its log. Each throws a CheckFailure where they differ. */
export type ShownCheck = {
  /** A verdict as some list shows it; `latest` where that list shows claims as they are now. */
  verdict(value: unknown, where: string, latest: boolean): VerdictDocument;
  /** A claim with all its revisions. */
  detail(value: unknown, where: string): VerdictDocument;
  /** A claim without a verdict; returns its id. */
  unpublished(value: unknown, where: string): string;
  /** Looks for what the log did not hold yet: to be called once it is extended. */
  settle(): void;
};

type Awaited = { where: string; element: VerdictDocument; verdicts: unknown[] };

/**
 * A check of what is shown against a log, which the desk may extend in the meantime: what was published after the log was
 * fetched is looked for at the end.
 */
export function shownCheck(logged: Logged, origins: OriginCheck): ShownCheck {
  const latest = new Map(logged.claims().map(({ id, revisions }) => [id, revisions.at(-1)?.number ?? 0]));
  const later: Awaited[] = [];
  const compare = (shown: Awaited, isLatest: boolean) => {
    const { element, where } = shown;
    checkHash(element);
    origins.add(element);
    const { revision } = element.verdict;
    const last = latest.get(element.id) ?? 0;
    if (isLatest && revision < last)
      throw wrong(`${where} shows ${at(element)}: the log holds revision ${last} of it.`);
    if (revision > last) later.push(shown);
    else compareWithLog(shown, logged.claim(element.id));
    return element;
  };
  return {
    verdict: (value, where, isLatest) =>
      compare({ where, element: readElement(value, `An element of ${where}`), verdicts: [] }, isLatest),
    detail(value, where) {
      const { revisions, ...rest } = (value ?? {}) as { revisions?: unknown };
      if (!Array.isArray(revisions)) throw wrong(`${where} shows no revisions.`);
      return compare({ where, element: readElement(rest, where), verdicts: revisions }, true);
    },
    unpublished(value, where) {
      const result = claimDocumentSchema.safeParse(value);
      const [issue] = result.error?.issues ?? [];
      if (!result.success)
        throw wrong(`${where} shows what is no claim: ${issue?.path.join(".")}: ${issue?.message}`);
      if (latest.has(result.data.id))
        throw wrong(`${where} shows ${result.data.slug} without a verdict: the log holds one.`);
      return result.data.id;
    },
    settle() {
      for (const shown of later) compareWithLog(shown, logged.claim(shown.element.id));
    },
  };
}

function compareWithLog({ where, element, verdicts }: Awaited, claim: LoggedClaim | null): void {
  const { revision, hash } = element.verdict;
  const found = claim?.revisions[revision - 1];
  if (found?.hash !== hash || claim?.slug !== element.slug)
    throw wrong(`${where} shows ${at(element)}, which the log does not hold.`);
  if (verdicts.length > 0 && verdicts.length !== revision)
    throw wrong(
      `${where} lists ${verdicts.length} revisions of ${element.slug}, and shows revision ${revision}.`,
    );
  verdicts.forEach((verdict, n) => {
    compareRevision(where, "format" in element ? 2 : 1, verdict, claim?.revisions[n]);
  });
}

/** A revision of a list, which is written in the format of the claim's latest, against that of the log. */
function compareRevision(
  where: string,
  format: 1 | 2,
  verdict: unknown,
  logged: LoggedRevision | undefined,
): void {
  const result = revisionSchemas[format].safeParse(verdict);
  const number = logged?.number;
  if (!result.success || !logged) throw wrong(`${where} lists what is no revision.`);
  const { fourEyes, ...signed } = result.data as typeof result.data & { fourEyes?: boolean };
  // The hash of a verdict in format 1 is not over whether a second person published it.
  const compared = logged.format === 1 ? signed : result.data;
  if (hashOf(compared) !== logged.verdictHash)
    throw wrong(`${where} lists a revision ${number} that is not the one of the log.`);
}
