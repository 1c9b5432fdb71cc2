import { getTranslations } from "next-intl/server";
import { ComparisonView } from "@/components/claim/comparison/comparison-view";
import { DisclosureIcon } from "@/components/claim-table/filter-group";
import { Notice } from "@/components/ui/notice";
import type { Drift } from "@/lib/desk/claims/drift";
import type { LocaleId } from "@/lib/i18n/locales";
import { type Comparison, compareRevisions, hasDifferences } from "@/lib/record/comparison/compare";

type DraftNoticeProps = { drift: Drift; locale: LocaleId };

/** Says that the draft differs from what readers see, with the differences collapsed. */
export async function DraftNotice({ drift, locale }: DraftNoticeProps) {
  const [t, compare, names] = [
    await getTranslations("deskClaim"),
    await getTranslations("compare"),
    await partNames(),
  ];
  const { format, published, draft, revision } = drift;
  const comparison = compareRevisions(
    { ...published, format, verdict: null },
    { ...draft, format, verdict: null },
    locale,
  );
  const parts = new Intl.ListFormat(locale).format(differingParts(comparison).map((part) => names[part]));
  const sides = { before: t("asPublished"), after: t("asDraft"), locale, compact: true };
  return (
    <div className="grid gap-2">
      <Notice tone="warning" title={t("draftDiffers", { number: revision })}>
        <p>{t("draftDiffersHelp")}</p>
        {!hasDifferences(comparison) && <p>{compare("seesNothing")}</p>}
      </Notice>
      {hasDifferences(comparison) && (
        <details>
          <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-3 text-sm font-semibold">
            {t("draftDiffersIn", { parts })}
            <DisclosureIcon />
          </summary>
          <div className="py-3">
            <ComparisonView comparison={comparison} sides={sides} />
          </div>
        </details>
      )}
    </div>
  );
}

type Part = "claim" | "source" | "appearances" | "evidence";

/** Returns the names of a claim's parts. */
async function partNames(): Promise<Record<Part, string>> {
  const [parts, claim] = [await getTranslations("compare.parts"), await getTranslations("claim")];
  return {
    claim: parts("claim"),
    evidence: parts("evidence"),
    source: claim("source"),
    appearances: claim("appearances"),
  };
}

function differingParts({ claim, source, appearances, evidence, order }: Comparison): Part[] {
  const differs: Record<Part, boolean> = {
    claim: claim.some(({ same }) => !same),
    evidence: order.evidence.length > 0 || evidence.some(({ change }) => change !== "same"),
    source: source.some(({ same }) => !same),
    appearances: order.appearances.length > 0 || appearances.some(({ change }) => change !== "same"),
  };
  return (Object.keys(differs) as Part[]).filter((part) => differs[part]);
}
