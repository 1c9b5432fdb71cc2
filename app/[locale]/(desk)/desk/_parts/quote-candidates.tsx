import { getFormatter, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { Quotation } from "@/components/ui/quotation";
import type { Quote } from "@/lib/text/quote";
import { reanchorAction } from "../claims/[slug]/quote-actions";

type QuoteCandidatesProps = {
  claim: { id: string; version: number };
  candidates: Quote[];
  language: string;
};

/** The candidate places of an outdated quote in the newest text, each with a button that moves it there. */
export async function QuoteCandidates({ claim, candidates, language }: QuoteCandidatesProps) {
  const [t, format] = [await getTranslations("quoteBehind"), await getFormatter()];
  if (candidates.length === 0) return <p>{t("gone")}</p>;
  return (
    <>
      <p>{t("found")}</p>
      <ol className="grid gap-4">
        {candidates.map((quote, index) => (
          <li key={quote.start} className="grid justify-items-start gap-2">
            <Quotation language={language} {...quote} />
            <ActionButton
              action={reanchorAction}
              values={{
                claimId: claim.id,
                version: claim.version,
                quote: quote.exact,
                quoteStart: quote.start,
              }}
              label={candidates.length > 1 ? t("useNumber", { number: format.number(index + 1) }) : undefined}
            >
              {t("use")}
            </ActionButton>
          </li>
        ))}
      </ol>
    </>
  );
}
