import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { Quotation } from "@/components/ui/quotation";
import type { Actor, Context } from "@/lib/desk/auth/permissions";
import { type DeskClaim, findNewerText } from "@/lib/desk/claims/queries";
import { Link } from "@/lib/next/navigation";
import { QuoteCandidates } from "../../../_parts/quote-candidates";
import { quoteInRange, type SelectionRange } from "../../../_parts/selection-range";
import { ReanchorForm } from "./reanchor-form";

type OutdatedQuoteProps = {
  claim: DeskClaim;
  /** The selected range of the newest text, for the new quote. */
  range: SelectionRange | null;
  context: Context & { actor: Actor };
};

/**
 * Says that the claim's quote is in an earlier version of its article, with ways to move it to the newest
 * one; nothing where it is in the newest one.
 */
export async function OutdatedQuote({ claim, range, context }: OutdatedQuoteProps) {
  const { source } = claim;
  if (!source || source.capturedIn === source.newest) return null;
  const newer = await findNewerText(context, source);
  if (!newer) return null;
  const t = await getTranslations("quoteBehind");
  const { capturedIn: captured, quote, language } = source;
  const selected = range && quoteInRange(newer.text, range);
  return (
    <Notice tone="warning" title={t("title", { captured, newest: newer.number })}>
      <div className="grid gap-4 pt-2" id="quote-behind">
        <Quotation language={language} {...quote} />
        <p>{t("what", { captured })}</p>
        <QuoteCandidates claim={claim} candidates={newer.candidates} language={language} />
        <p>
          <Link
            href={`/desk/articles/${source.articleSlug}?claim=${claim.slug}`}
            className="inline-flex min-h-8 items-center"
          >
            {t("select")}
          </Link>
        </p>
        <ReanchorForm
          key={selected ? `${selected.start}-${selected.end}` : "typed"}
          claim={claim}
          selected={selected && { exact: selected.exact, start: selected.start }}
          language={language}
          actor={context.actor.id}
        />
      </div>
    </Notice>
  );
}
