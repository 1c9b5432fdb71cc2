import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ComparisonView } from "@/components/claim/comparison/comparison-view";
import { Notice } from "@/components/ui/notice";
import type { Change, DeskProposal } from "@/lib/desk/verdicts/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { compareRevisions, hasDifferences } from "@/lib/record/comparison/compare";

type ProposalChangesProps = { proposal: DeskProposal; locale: LocaleId; children: ReactNode };

/** The differences between an open proposal and the claim's current content, who made them, and actions. */
export async function ProposalChanges({ proposal, locale, children }: ProposalChangesProps) {
  const [t, compare] = [await getTranslations("deskClaim"), await getTranslations("compare")];
  const { proposed, changed, changes } = proposal;
  const comparison = proposed && changed && compareRevisions(proposed, changed, locale);
  const sides = { before: t("asProposed"), after: t("asNow"), locale, compact: true };
  return (
    <div className="grid gap-4">
      <Notice tone="warning" live title={t("changedSince")}>
        <p>{t("changedSinceHelp")}</p>
        {changes.length > 0 && <ChangeList changes={changes} locale={locale} />}
        <div className="justify-self-start">{children}</div>
      </Notice>
      {comparison && (
        <section aria-label={t("difference")} className="grid gap-4">
          {hasDifferences(comparison) ? (
            <ComparisonView comparison={comparison} sides={sides} />
          ) : (
            <p className="text-soft">{compare("seesNothing")}</p>
          )}
        </section>
      )}
    </div>
  );
}

async function ChangeList({ changes, locale }: { changes: Change[]; locale: LocaleId }) {
  const [t, log] = [await getTranslations("deskClaim"), await getTranslations("log")];
  return (
    <ul aria-label={t("changes")} className="grid gap-1">
      {changes.map(({ by, at, action }) => (
        <li key={`${at.getTime()}-${action}-${by}`} className="flex flex-wrap gap-x-2">
          <time dateTime={at.toISOString()} className="text-soft">
            {formatInstant(at, locale)}
          </time>
          <bdi>{by}</bdi>
          <span>{log.has(action) ? log(action) : action}</span>
        </li>
      ))}
    </ul>
  );
}
